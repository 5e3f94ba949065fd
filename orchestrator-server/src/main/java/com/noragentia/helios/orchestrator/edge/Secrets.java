/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Random ids, tokens and codes, and the hash under which a secret may be stored. Thread-safe. */
public final class Secrets {

    private static final int TOKEN_BYTES = 32;
    private static final int CODE_LETTERS = 20;
    /** Crockford's base 32: no letter that is taken for another when read aloud or typed. */
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random;
    private final BufferedRandom numbers;

    public Secrets(SecureRandom random) {
        this.random = random;
        this.numbers = new BufferedRandom(random);
    }

    /** 128 bits in 32 hex digits. */
    public String id() {
        return HexFormat.of().toHexDigits(numbers.nextLong()) + HexFormat.of().toHexDigits(numbers.nextLong());
    }

    /**
     * An id whose first 48 bits are the time in milliseconds and whose other 80 are random, in 32 hex digits. Rows under such ids lie side by
     * side in the order they came, which the database thanks with fewer pages to write.
     */
    public String id(Instant now) {
        HexFormat hex = HexFormat.of();
        long timed = (now.toEpochMilli() << 16) | (numbers.nextLong() & 0xFFFF);
        return hex.toHexDigits(timed) + hex.toHexDigits(numbers.nextLong());
    }

    /** No id made at this time or later is before this one. */
    public static String firstId(Instant time) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(time.toEpochMilli() << 16) + hex.toHexDigits(0L);
    }

    /** 256 bits in base64url. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** 100 bits in four groups of five letters and digits, for people to carry from one computer to another. */
    public String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LETTERS; i++) {
            if (i > 0 && i % 5 == 0) {
                code.append('-');
            }
            code.append(CODE_ALPHABET.charAt(random.nextInt(CODE_ALPHABET.length())));
        }
        return code.toString();
    }

    /** What of a secret is kept: its SHA-256 in hex. Enough here, as every secret of ours has 100 random bits or more. */
    public static String hash(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
