/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), the one hash of the house. */
public final class Sha256 {

    private Sha256() {}

    /** A fresh digest, for content that comes in pieces; not thread-safe. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java run-time lacks SHA-256", e);
        }
    }

    /** 64 lower-case hex digits. */
    public static String hex(byte[] content) {
        return hex(digest().digest(content), 0);
    }

    /** The hash of a text's UTF-8 bytes, in 64 lower-case hex digits. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a digest has seen, in 64 lower-case hex digits; the digest starts anew. */
    public static String hex(MessageDigest digest) {
        return hex(digest.digest(), 0);
    }

    private static String hex(byte[] hash, int from) {
        return HexFormat.of().formatHex(hash, from, hash.length);
    }
}
