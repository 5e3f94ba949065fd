/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.account;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Language;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The key that brings a member back who has lost every device: an Ed25519 key that is its 32-byte secret (RFC 8032, section 5.1.5) and
 * nothing else, so that it fits on paper. It signs enrolments of new devices and nothing more. Immutable and thread-safe.
 */
public final class RecoveryKey {

    static final int SECRET_BYTES = 32;

    private final byte[] secret;
    private final SigningKey signingKey;

    private RecoveryKey(byte[] secret) {
        this.secret = secret.clone();
        this.signingKey = signingKey(secret);
    }

    public static RecoveryKey generate(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new RecoveryKey(secret);
    }

    /** @param secret 32 bytes */
    static RecoveryKey ofSecret(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("not a secret of " + SECRET_BYTES + " bytes");
        }
        return new RecoveryKey(secret);
    }

    /**
     * The key of 24 words, in either language.
     *
     * @throws com.noragentia.helios.protocol.api.ProblemException REQUEST_INVALID with a reason that begins with {@code phrase-}
     */
    public static RecoveryKey ofPhrase(String typed) {
        return new RecoveryKey(RecoveryPhrase.read(typed));
    }

    /** The 24 words to write down. */
    public List<String> phrase(Language language) {
        return RecoveryPhrase.write(secret, language);
    }

    public SigningKey signingKey() {
        return signingKey;
    }

    byte[] secret() {
        return secret.clone();
    }

    /**
     * Java derives a public key only while it generates a pair, from the first bytes its source of randomness gives. That these became the
     * secret is checked, so that another Java that does it otherwise is found out.
     */
    private static SigningKey signingKey(byte[] secret) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Given(secret));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPrivate().getEncoded();
            if (!Arrays.equals(
                    encoded, encoded.length - SECRET_BYTES, encoded.length, secret, 0, SECRET_BYTES)) {
                throw new IllegalStateException("this Java run-time makes Ed25519 keys in another way");
            }
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return SigningKey.decode(base64.encodeToString(encoded)
                    + "."
                    + base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java run-time lacks Ed25519", e);
        }
    }

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "RecoveryKey[" + signingKey.verifyingKey().fingerprint() + "]";
    }

    /** "Randomness" that is known beforehand. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        private Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
