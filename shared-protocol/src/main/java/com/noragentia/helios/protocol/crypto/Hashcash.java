/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The puzzle that makes enrolling by the thousand dear: a number such that SHA-256 of server, puzzle, key and number begins with so many zero
 * bits (Back, "Hashcash", 2002). Twenty bits are about a million hashes, a second or less; checking takes one. Immutable and thread-safe.
 *
 * @param server id of the orchestrator
 * @param puzzle what it gave out
 * @param publicKey of the device that enrols, so that a solution is worth nothing to another
 * @param bits 0 to {@value #MOST_BITS}
 */
public record Hashcash(String server, String puzzle, String publicKey, int bits) {

    /** What the house asks. */
    public static final int BITS = 20;
    /** A server that asks more than this wants a client's electricity. */
    public static final int MOST_BITS = 28;

    private static final String NAME = "helios-hashcash-1";
    /** How often a search looks whether it is still wanted. */
    private static final int LOOK_EVERY = 4_096;

    public Hashcash {
        if (bits < 0 || bits > MOST_BITS) {
            throw new IllegalArgumentException("a puzzle of " + bits + " bits");
        }
    }

    /** One hash; never throws. */
    public boolean isSolvedBy(long solution) {
        return isSolved(hash(opened(), solution));
    }

    /**
     * The smallest number that solves it, after 2^bits hashes on average.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public long solve() throws InterruptedException {
        MessageDigest opened = opened();
        for (long number = 0; ; number++) {
            if (isSolved(hash(copy(opened), number))) {
                return number;
            }
            if (number % LOOK_EVERY == 0 && Thread.interrupted()) {
                throw new InterruptedException("the puzzle is not wanted any more");
            }
        }
    }

    private MessageDigest opened() {
        MessageDigest digest = Sha256.digest();
        for (String part : new String[] {NAME, server, puzzle, publicKey}) {
            digest.update((part.length() + ":" + part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return digest;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of this Java run-time cannot be copied", e);
        }
    }

    /** Uses the digest up. */
    private static byte[] hash(MessageDigest opened, long number) {
        return opened.digest(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isSolved(byte[] hash) {
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (hash[i] != 0) {
                return false;
            }
        }
        return (hash[whole] & 0xff) >> (Byte.SIZE - bits % Byte.SIZE) == 0;
    }
}
