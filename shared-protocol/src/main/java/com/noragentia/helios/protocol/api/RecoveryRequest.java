/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * A new device joins the account of a recovery key: {@code POST /api/v1/recoveries}, without a token, answered by {@link EnrolmentGranted}.
 * The nonce comes from {@code POST /api/v1/challenges} with the fingerprint of the recovery key as {@code device}. Problems:
 * {@code proof-invalid} (also where nobody has such a recovery key), {@code device-revoked}, {@code account-full}.
 *
 * @param recoveryKey the public half, as it was registered
 * @param publicKey the new device's Ed25519 key, in the same form
 * @param deviceName what people call this computer: 1 to 100 printable characters
 * @param proof the new device's signature over {@link com.noragentia.helios.protocol.crypto.Proofs#recovery}
 * @param recoveryProof the recovery key's signature over the same bytes
 */
public record RecoveryRequest(
        String recoveryKey, String publicKey, String deviceName, String nonce, String proof, String recoveryProof) {}
