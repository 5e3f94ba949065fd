/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import org.jspecify.annotations.Nullable;

/**
 * Proof of a device's key in exchange for a token: {@code POST /api/v1/tokens}.
 *
 * @param proof signs {@link com.noragentia.helios.protocol.crypto.Proofs#token}, or {@code boundToken} or {@code unofferedToken} where
 *     {@code binding} says so
 * @param binding what the proof is bound to; null means {@link ChannelBinding#NONE}
 */
public record TokenRequest(
        String device, String nonce, String proof, @Nullable ChannelBinding binding) {

    /** A proof bound to nothing but the server. */
    public TokenRequest(String device, String nonce, String proof) {
        this(device, nonce, proof, null);
    }
}
