/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

/** Proof of a device's key in exchange for a token: {@code POST /api/v1/tokens}; {@code proof} signs {@code Proofs.token}. */
public record TokenRequest(String device, String nonce, String proof) {}
