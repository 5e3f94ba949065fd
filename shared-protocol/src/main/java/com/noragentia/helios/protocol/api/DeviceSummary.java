/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device of the caller's.
 *
 * @param device its id
 * @param name what people call it
 * @param enrolledAt when it joined
 * @param seenAt when it last proved its key for a token; null if never
 * @param revokedAt since when its key is worth nothing; null while it is good
 * @param current whether it is the one that asks
 */
public record DeviceSummary(
        String device,
        String name,
        Instant enrolledAt,
        @Nullable Instant seenAt,
        @Nullable Instant revokedAt,
        @JsonProperty("is_current") boolean current) {}
