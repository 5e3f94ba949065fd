/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A nonce to sign for an access token: {@code POST /api/v1/challenges}.
 *
 * @param nonce 32 random bytes in base64url; good once
 * @param server id of the orchestrator, part of what is signed
 * @param binding what the proof may be bound to; null means {@link ChannelBinding#NONE}
 */
public record ChallengeIssued(
        String nonce,
        String server,
        Instant expiresAt,
        @Nullable ChannelBinding binding) {

    /** One that can be bound to nothing. */
    public ChallengeIssued(String nonce, String server, Instant expiresAt) {
        this(nonce, server, expiresAt, null);
    }
}
