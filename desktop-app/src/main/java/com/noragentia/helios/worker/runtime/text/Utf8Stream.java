/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

/**
 * Bytes into characters, as they come: a character is given out with its last byte. What is not UTF-8 becomes U+FFFD, one for each maximal
 * wrong part (Unicode standard, section 3.9, "U+FFFD substitution of maximal subparts"). Not thread-safe.
 */
final class Utf8Stream {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out;
    private final boolean eachByte;
    private int codePoint;
    private int needed;
    private int held;
    /** Bounds of the next byte: narrower after some first bytes, so that neither long forms nor surrogates pass. */
    private int lowest = 0x80;

    private int highest = 0xBF;

    /** @param eachByte whether each byte of a wrong part becomes U+FFFD, instead of the part as a whole */
    Utf8Stream(StringBuilder out, boolean eachByte) {
        this.out = out;
        this.eachByte = eachByte;
    }

    void add(byte next) {
        int octet = next & 0xFF;
        if (needed == 0) {
            begin(octet);
        } else if (octet < lowest || octet > highest) {
            giveUp();
            begin(octet);
        } else {
            goOn(octet);
        }
    }

    /** An unfinished character will not be finished. */
    void giveUp() {
        int times = eachByte ? held : Math.min(held, 1);
        out.repeat(REPLACEMENT, times);
        forget();
    }

    private void begin(int octet) {
        if (octet < 0x80) {
            out.append((char) octet);
        } else if (octet >= 0xC2 && octet <= 0xDF) {
            expect(1, octet & 0x1F);
        } else if (octet >= 0xE0 && octet <= 0xEF) {
            lowest = octet == 0xE0 ? 0xA0 : 0x80;
            highest = octet == 0xED ? 0x9F : 0xBF;
            expect(2, octet & 0x0F);
        } else if (octet >= 0xF0 && octet <= 0xF4) {
            lowest = octet == 0xF0 ? 0x90 : 0x80;
            highest = octet == 0xF4 ? 0x8F : 0xBF;
            expect(3, octet & 0x07);
        } else {
            out.append(REPLACEMENT);
        }
    }

    private void expect(int more, int bits) {
        needed = more;
        held = 1;
        codePoint = bits;
    }

    private void goOn(int octet) {
        lowest = 0x80;
        highest = 0xBF;
        codePoint = codePoint << 6 | (octet & 0x3F);
        held++;
        if (--needed == 0) {
            out.appendCodePoint(codePoint);
            forget();
        }
    }

    private void forget() {
        needed = 0;
        held = 0;
        lowest = 0x80;
        highest = 0xBF;
    }
}
