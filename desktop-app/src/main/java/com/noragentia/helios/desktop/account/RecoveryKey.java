/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.account;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Language;
import java.security.SecureRandom;
import java.util.List;

/**
 * The key that brings a member back who has lost every device: an Ed25519 key that is its 32-byte secret (RFC 8032, section 5.1.5) and
 * nothing else, so that it fits on paper. It signs enrolments of new devices and nothing more. Immutable and thread-safe.
 */
public final class RecoveryKey {

    static final int SECRET_BYTES = SigningKey.SEED_BYTES;

    private final byte[] secret;
    private final SigningKey signingKey;

    private RecoveryKey(byte[] secret) {
        this.secret = secret.clone();
        this.signingKey = SigningKey.ofSeed(secret);
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

    /** Whether somebody typed this word of a phrase, as freely as {@link #ofPhrase} reads it. */
    public static boolean isWord(String typed, String word, Language language) {
        WordList list = WordList.of(language);
        return list.number(typed.replaceAll("[^\\p{L}\\p{M}]+", "")).equals(list.number(word));
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

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "RecoveryKey[" + signingKey.verifyingKey().fingerprint() + "]";
    }
}
