/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.account;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A recovery key in a file that is worthless without its passphrase: AES-256-GCM under a key that PBKDF2 with HMAC-SHA-256 (RFC 8018)
 * makes of it. What stands in the clear is authenticated too.
 *
 * @param format {@value #FORMAT}
 * @param iterations of PBKDF2: {@value #ITERATIONS} when written (OWASP's figure, trust.md §4.1), read within bounds
 * @param salt 16 bytes, base64url
 * @param nonce 12 bytes, base64url
 * @param sealed the secret and its tag, base64url
 */
public record SealedKeyFile(String format, int iterations, String salt, String nonce, String sealed) {

    public static final int MIN_PASSPHRASE_CHARACTERS = 10;
    public static final int MAX_PASSPHRASE_CHARACTERS = 1_000;
    public static final int MAX_BYTES = 4 * 1024;

    static final String FORMAT = "helios-recovery-key-1";
    static final int ITERATIONS = 600_000;
    /** A file with fewer was weakened by somebody; one with more would keep this computer busy for minutes. */
    static final int MIN_ITERATIONS = 100_000;

    static final int MAX_ITERATIONS = 5_000_000;

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    /**
     * Seals a key.
     *
     * @throws ProblemException REQUEST_INVALID, reason {@code passphrase-short}, for a passphrase under ten characters or over a thousand
     */
    public static SealedKeyFile seal(RecoveryKey key, char[] passphrase, SecureRandom random) {
        return seal(key, passphrase, random, ITERATIONS);
    }

    static SealedKeyFile seal(RecoveryKey key, char[] passphrase, SecureRandom random, int iterations) {
        if (passphrase.length < MIN_PASSPHRASE_CHARACTERS || passphrase.length > MAX_PASSPHRASE_CHARACTERS) {
            throw refused("passphrase-short", "a passphrase has at least ten characters");
        }
        SealedKeyFile open =
                new SealedKeyFile(FORMAT, iterations, random(random, SALT_BYTES), random(random, NONCE_BYTES), "");
        try {
            byte[] sealed = open.cipher(Cipher.ENCRYPT_MODE, passphrase).doFinal(key.secret());
            return new SealedKeyFile(FORMAT, iterations, open.salt, open.nonce, encode(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java run-time lacks AES-GCM or PBKDF2", e);
        }
    }

    /**
     * Reads such a file.
     *
     * @throws ProblemException REQUEST_INVALID, reason {@code key-file}, if it is none
     */
    public static SealedKeyFile read(byte[] content) {
        try {
            SealedKeyFile file = JsonCodec.decode(content, SealedKeyFile.class, MAX_BYTES);
            if (file.format.equals(FORMAT)
                    && file.iterations >= MIN_ITERATIONS
                    && file.iterations <= MAX_ITERATIONS
                    && decode(file.salt).length == SALT_BYTES
                    && decode(file.nonce).length == NONCE_BYTES
                    && decode(file.sealed).length == RecoveryKey.SECRET_BYTES + TAG_BITS / Byte.SIZE) {
                return file;
            }
        } catch (WireException | IllegalArgumentException e) {
            throw refused("key-file", "not a recovery key file");
        }
        throw refused("key-file", "not a recovery key file");
    }

    /**
     * The key inside.
     *
     * @throws ProblemException REQUEST_INVALID, reason {@code passphrase-wrong}, if the passphrase is another or the file was changed
     */
    public RecoveryKey open(char[] passphrase) {
        if (passphrase.length > MAX_PASSPHRASE_CHARACTERS) {
            throw refused("passphrase-wrong", "the passphrase does not open the file");
        }
        try {
            return RecoveryKey.ofSecret(cipher(Cipher.DECRYPT_MODE, passphrase).doFinal(decode(sealed)));
        } catch (AEADBadTagException e) {
            throw refused("passphrase-wrong", "the passphrase does not open the file");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java run-time lacks AES-GCM or PBKDF2", e);
        }
    }

    public String encoded() {
        return JsonCodec.encodeToString(this);
    }

    private Cipher cipher(int mode, char[] passphrase) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, decode(salt), iterations, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, decode(nonce)));
            cipher.updateAAD((format + " " + iterations + " " + salt).getBytes(StandardCharsets.UTF_8));
            return cipher;
        } finally {
            spec.clearPassword();
        }
    }

    private static String random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return encode(bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static ProblemException refused(String reason, String detail) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, detail, Map.of("reason", reason));
    }
}
