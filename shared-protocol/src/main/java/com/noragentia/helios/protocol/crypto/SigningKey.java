/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key (RFC 8032) that signs. Immutable and thread-safe. */
public final class SigningKey {

    static final String ALGORITHM = "Ed25519";
    /** Of {@link #ofSeed}. */
    public static final int SEED_BYTES = 32;

    private final PrivateKey privateKey;
    private final VerifyingKey verifyingKey;

    private SigningKey(PrivateKey privateKey, VerifyingKey verifyingKey) {
        this.privateKey = privateKey;
        this.verifyingKey = verifyingKey;
    }

    public static SigningKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java run-time lacks Ed25519", e);
        }
    }

    /**
     * The key whose private half is this seed (RFC 8032, section 5.1.5): the same seed, the same key. For keys that people carry as words.
     *
     * @param seed {@value #SEED_BYTES} secret bytes, with all their randomness
     */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes");
        }
        return generate(new FixedSeed(seed.clone()));
    }

    /** Makes the JDK's generator take a given seed, since there is no other way to have it compute the public half. */
    private static final class FixedSeed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        FixedSeed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("this Java run-time makes Ed25519 keys in another way");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws IllegalArgumentException if it is not such a text
     */
    public static SigningKey decode(String encoded) {
        String[] halves = encoded.strip().split("\\.", -1);
        if (halves.length != 2) {
            throw new IllegalArgumentException("not a signing key");
        }
        try {
            PrivateKey privateKey = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(halves[0])));
            return new SigningKey(privateKey, VerifyingKey.decode(halves[1]));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a signing key", e);
        }
    }

    /** PKCS #8 and X.509 forms in base64url, joined by a dot. A secret: keep it in a file that only its owner reads. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(privateKey.getEncoded())
                + "."
                + verifyingKey.encoded();
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** The signature over {@code message}, base64url. */
    public String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 refused to sign", e);
        }
    }

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "SigningKey[" + verifyingKey.fingerprint() + "]";
    }
}
