/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import org.jspecify.annotations.Nullable;

/**
 * A device joins: {@code POST /api/v1/devices}. Who founds an account by a member's invitation into an open network, and shows no solution, is
 * answered {@code puzzle-unsolved}, and the code stays good; from one network five accounts are founded a day, with and without invitations
 * ({@code rate-limited}).
 *
 * @param code the one-time code a member or administrator gave
 * @param publicKey the device's Ed25519 key, X.509 SubjectPublicKeyInfo in base64url
 * @param deviceName what people call this computer
 * @param proof signature over {@link com.noragentia.helios.protocol.crypto.Proofs#enrolment}
 * @param work the solved puzzle, where one is asked for; null for none
 */
public record EnrolmentRequest(
        String code,
        String publicKey,
        String deviceName,
        String proof,
        @Nullable SolvedPuzzle work) {

    /** Without work. */
    public EnrolmentRequest(String code, String publicKey, String deviceName, String proof) {
        this(code, publicKey, deviceName, proof, null);
    }
}
