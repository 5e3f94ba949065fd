/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.nio.ByteBuffer;

/**
 * The number before the word that begins an object.
 *
 * @param number -1 where there is none
 * @param isOdd whether somebody might find one where this does not
 */
record PdfHeader(long number, boolean isOdd) {

    private static final PdfHeader NONE = new PdfHeader(-1, false);
    private static final PdfHeader ODD = new PdfHeader(-1, true);
    private static final int MOST_DIGITS = 10;
    /** How far back a remark is looked for. */
    private static final int MOST_REMARK = 256;

    /** @param word where {@code obj} stands */
    static PdfHeader before(ByteBuffer file, int word) {
        int generationEnd = blanksBefore(file, word);
        int generation = digitsBefore(file, generationEnd);
        if (generation == generationEnd) {
            return generationEnd < word && hasRemarkBefore(file, generationEnd) ? ODD : NONE;
        }
        int numberEnd = blanksBefore(file, generation);
        int number = digitsBefore(file, numberEnd);
        if (number == numberEnd || numberEnd == generation || numberEnd - number > MOST_DIGITS) {
            return numberEnd < generation || numberEnd - number > MOST_DIGITS ? ODD : NONE;
        }
        long value = 0;
        for (int at = number; at < numberEnd; at++) {
            value = 10 * value + file.get(at) - '0';
        }
        return new PdfHeader(value, false);
    }

    private static int blanksBefore(ByteBuffer file, int from) {
        int at = from;
        while (at > 0 && PdfSyntax.isBlank(file.get(at - 1))) {
            at--;
        }
        return at;
    }

    private static int digitsBefore(ByteBuffer file, int from) {
        int at = from;
        while (at > 0 && file.get(at - 1) >= '0' && file.get(at - 1) <= '9') {
            at--;
        }
        return at;
    }

    private static boolean hasRemarkBefore(ByteBuffer file, int from) {
        for (int at = from - 1; at >= Math.max(0, from - MOST_REMARK); at--) {
            int b = file.get(at);
            if (b == '%' || b == '\n' || b == '\r') {
                return b == '%';
            }
        }
        return false;
    }

    /** Where a word stands, from a place on; -1 where it does not. */
    static int next(ByteBuffer file, byte[] word, int from) {
        for (int at = from; at <= file.limit() - word.length; at++) {
            if (file.get(at) == word[0] && hasAt(file, word, at)) {
                return at;
            }
        }
        return -1;
    }

    static boolean hasAt(ByteBuffer file, byte[] word, int at) {
        int same = 0;
        while (same < word.length && at + same < file.limit() && file.get(at + same) == word[same]) {
            same++;
        }
        return same == word.length;
    }

    /** Where the bytes of a stream begin, behind the word: after blanks that should not be there, and the end of the line. */
    static int dataAt(ByteBuffer file, int behind) {
        int at = behind;
        while (at < file.limit() && file.get(at) == ' ') {
            at++;
        }
        if (at < file.limit() && file.get(at) == '\r') {
            at++;
        }
        if (at < file.limit() && file.get(at) == '\n') {
            at++;
        }
        return at;
    }
}
