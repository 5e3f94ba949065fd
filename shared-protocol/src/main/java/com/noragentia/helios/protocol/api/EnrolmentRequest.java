/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/**
 * A device joins: {@code POST /api/v1/devices}.
 *
 * @param code the one-time code a member or administrator gave
 * @param publicKey the device's Ed25519 key, X.509 SubjectPublicKeyInfo in base64url
 * @param deviceName what people call this computer
 * @param proof signature over {@link com.noragentia.helios.protocol.crypto.Proofs#enrolment}
 */
public record EnrolmentRequest(String code, String publicKey, String deviceName, String proof) {}
