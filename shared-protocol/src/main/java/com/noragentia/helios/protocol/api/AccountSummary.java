/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller's account: {@code GET /api/v1/me}; any token will do.
 *
 * @param member its id
 * @param createdAt when its first device enrolled
 * @param device the device that asks, or on whose behalf the token was made
 * @param devices how many devices it has, without revoked ones
 * @param recoverable whether a recovery key is known: without it, who loses the last device loses the account
 * @param recoveryKey fingerprint of that key; null without one
 * @param scopes what the caller's token is good for
 */
public record AccountSummary(
        String member,
        Instant createdAt,
        String device,
        int devices,
        @JsonProperty("is_recoverable") boolean recoverable,
        @Nullable String recoveryKey,
        Set<Scope> scopes) {}
