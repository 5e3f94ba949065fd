/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token of the caller's, without its secret.
 *
 * @param id under which it is revoked
 * @param usedAt when it was last used, to within an hour; null if never
 */
public record ApiTokenSummary(
        String id,
        String label,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
