/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * The key that may bring a new device into the account when all others are lost: {@code PUT /api/v1/me/recovery-key}, scope {@code manage},
 * answered by 204. It replaces an earlier one. The orchestrator keeps its public half only. {@code DELETE} at the same address forgets it.
 *
 * @param recoveryKey an Ed25519 key, X.509 SubjectPublicKeyInfo in base64url; never that of a device
 * @param nonce of a challenge issued to the calling device
 * @param proof the device's signature over {@link com.noragentia.helios.protocol.crypto.Proofs#recoveryKey}: a stolen token is not enough
 * @param recoveryProof the recovery key's signature over the same bytes
 */
public record RecoveryKeyRequest(String recoveryKey, String nonce, String proof, String recoveryProof) {}
