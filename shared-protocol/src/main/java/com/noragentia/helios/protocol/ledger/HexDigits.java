/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.util.Arrays;

/**
 * Lower-case hex digits, in which hashes and pseudonyms are written. Each entry has some 250 of them to look at, and whether the next is a
 * letter nobody can guess, the processor neither: so they are looked up, not compared.
 */
final class HexDigits {

    private static final int ASCII = 128;
    /** By character: 0 for a digit, 1 for what is none. */
    private static final byte[] OTHER = other();

    private HexDigits() {}

    private static byte[] other() {
        byte[] other = new byte[ASCII];
        Arrays.fill(other, (byte) 1);
        Arrays.fill(other, '0', '9' + 1, (byte) 0);
        Arrays.fill(other, 'a', 'f' + 1, (byte) 0);
        return other;
    }

    /** Whether a text is so many of them, and nothing else. */
    static boolean are(String text, int count) {
        if (text.length() != count) {
            return false;
        }
        int others = 0;
        for (int i = 0; i < count; i++) {
            char digit = text.charAt(i);
            others |= digit < ASCII ? OTHER[digit] : 1;
        }
        return others == 0;
    }
}
