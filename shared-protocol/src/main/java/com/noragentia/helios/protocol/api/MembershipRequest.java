/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * A device founds an account of its own in an open network, without a code: {@code POST /api/v1/members}, answered by
 * {@link EnrolmentGranted}. Who repeats it with the key of a device that is enrolled already is told the account it belongs to. Problems:
 * {@code enrolment-closed}, {@code puzzle-unsolved} (fetch the terms anew), {@code proof-invalid}, {@code device-revoked},
 * {@code rate-limited} (five new devices a day from one network).
 *
 * @param publicKey the device's Ed25519 key, X.509 SubjectPublicKeyInfo in base64url
 * @param deviceName what people call this computer: 1 to 100 printable characters
 * @param puzzle that of the {@link EnrolmentTerms}
 * @param solution what {@link com.noragentia.helios.protocol.crypto.Hashcash#solve} found for server, puzzle and key
 * @param proof signature over {@link com.noragentia.helios.protocol.crypto.Proofs#membership}
 */
public record MembershipRequest(String publicKey, String deviceName, String puzzle, long solution, String proof) {}
