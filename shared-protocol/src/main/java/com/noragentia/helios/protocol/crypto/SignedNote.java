/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A text with signatures under it that people can read: the signed note of C2SP (c2sp.org/signed-note) with Ed25519. The text ends with a
 * line feed; after an empty line follows one line a signature: a dash, the signer's name, and base64 of four bytes that tell keys apart and
 * the signature.
 */
public final class SignedNote {

    /** No note of ours is longer. */
    public static final int MAX_CHARACTERS = 4_096;

    private static final String GAP = "\n\n";
    private static final String DASH = "\u2014 ";
    private static final byte ED25519 = 1;
    private static final int KEY_ID_BYTES = 4;

    private SignedNote() {}

    /** The note with one signature. */
    public static String sign(String text, String name, SigningKey key) {
        byte[] signature = Base64.getUrlDecoder().decode(key.sign(text.getBytes(StandardCharsets.UTF_8)));
        byte[] line = Arrays.copyOf(keyId(name, key.verifyingKey()), KEY_ID_BYTES + signature.length);
        System.arraycopy(signature, 0, line, KEY_ID_BYTES, signature.length);
        return text + "\n" + DASH + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    /** The text, if the named key signed it; signatures of others do no harm. Never throws for bad input. */
    public static Optional<String> open(String note, String name, VerifyingKey key) {
        int gap = note.lastIndexOf(GAP);
        if (gap < 0 || note.length() > MAX_CHARACTERS || !note.endsWith("\n")) {
            return Optional.empty();
        }
        String text = note.substring(0, gap + 1);
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        boolean holds = note.substring(gap + GAP.length())
                .lines()
                .filter(line -> line.startsWith(DASH + name + " "))
                .map(line -> line.substring(DASH.length() + name.length() + 1))
                .anyMatch(line -> isSignature(line, name, key, signed));
        return holds ? Optional.of(text) : Optional.empty();
    }

    private static boolean isSignature(String base64, String name, VerifyingKey key, byte[] signed) {
        byte[] line;
        try {
            line = Base64.getDecoder().decode(base64);
            if (!Base64.getEncoder().encodeToString(line).equals(base64)) {
                return false; // bits that mean nothing could be flipped unseen
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (line.length <= KEY_ID_BYTES || !Arrays.equals(line, 0, KEY_ID_BYTES, keyId(name, key), 0, KEY_ID_BYTES)) {
            return false;
        }
        byte[] signature = Arrays.copyOfRange(line, KEY_ID_BYTES, line.length);
        return key.verifies(signed, Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    /** The key as tools for such notes take it: name, four bytes in hex, kind and key in base64. */
    public static String verifierKey(String name, VerifyingKey key) {
        byte[] typed = new byte[1 + key.raw().length];
        typed[0] = ED25519;
        System.arraycopy(key.raw(), 0, typed, 1, key.raw().length);
        return name
                + "+"
                + HexFormat.of().formatHex(keyId(name, key))
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private static byte[] keyId(String name, VerifyingKey key) {
        var digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(key.raw()), KEY_ID_BYTES);
    }
}
