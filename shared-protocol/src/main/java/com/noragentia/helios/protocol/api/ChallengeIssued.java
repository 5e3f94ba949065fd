/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;

/**
 * A nonce to sign for an access token: {@code POST /api/v1/challenges}.
 *
 * @param nonce 32 random bytes in base64url; good once
 * @param server id of the orchestrator, part of what is signed
 */
public record ChallengeIssued(String nonce, String server, Instant expiresAt) {}
