/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The public half of an Ed25519 key. Immutable and thread-safe; equal when the keys are. */
public final class VerifyingKey {

    private static final int FINGERPRINT_DIGITS = 32;
    private static final int RAW_BYTES = 32;

    private final PublicKey publicKey;

    VerifyingKey(PublicKey publicKey) {
        this.publicKey = publicKey;
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws IllegalArgumentException if it is not an Ed25519 key
     */
    public static VerifyingKey decode(String encoded) {
        try {
            return new VerifyingKey(KeyFactory.getInstance(SigningKey.ALGORITHM)
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getUrlDecoder().decode(encoded))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /** X.509 SubjectPublicKeyInfo in base64url without padding. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey.getEncoded());
    }

    /** The 32 bytes of the key itself (RFC 8032, section 5.1.5). */
    byte[] raw() {
        byte[] encoded = publicKey.getEncoded(); // an X.509 wrapping of fixed length stands before them
        return Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
    }

    /** The id of whoever holds the key: the first 128 bits of the SHA-256 of its encoded form, in hex. */
    public String fingerprint() {
        return Sha256.hex(publicKey.getEncoded()).substring(0, FINGERPRINT_DIGITS);
    }

    /** Whether {@code signature} (base64url) was made over {@code message} with the other half. Never throws for bad input. */
    public boolean verifies(byte[] message, String signature) {
        try {
            Signature verifier = Signature.getInstance(SigningKey.ALGORITHM);
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && key.publicKey.equals(publicKey);
    }

    @Override
    public int hashCode() {
        return publicKey.hashCode();
    }

    @Override
    public String toString() {
        return "VerifyingKey[" + fingerprint() + "]";
    }
}
