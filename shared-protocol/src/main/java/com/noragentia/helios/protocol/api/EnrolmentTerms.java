/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * What a network asks of newcomers: {@code GET /api/v1/enrolment}, without a token.
 *
 * @param server id of the orchestrator, part of what is signed
 * @param serverKey its Ed25519 key in base64url, of which {@code server} is the fingerprint
 * @param policy whether a code is needed
 * @param puzzle what {@link com.noragentia.helios.protocol.crypto.Hashcash} is to be solved for, where the policy is open; good for an hour
 *     at least
 * @param puzzleBits how hard it is: about 2^bits hashes
 */
public record EnrolmentTerms(String server, String serverKey, EnrolmentPolicy policy, String puzzle, int puzzleBits) {}
