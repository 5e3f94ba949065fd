/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

/** Lower-case hex digits, in which hashes and pseudonyms are written. A plain loop: each entry has five of them to look at. */
final class HexDigits {

    private HexDigits() {}

    /** Whether a text is so many of them, and nothing else. */
    static boolean are(String text, int count) {
        if (text.length() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
