/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.nio.ByteBuffer;

/** Whether a picture in the midst of operators ends where it seems to (ISO 32000-1, 8.9.7): as readers guess, by the few bytes behind. Pure. */
final class PdfPictureEnd {

    /** How many bytes behind are looked at. */
    static final int LOOKED_AT = 10;

    private static final int LONGEST_OPERATOR = 3;

    private PdfPictureEnd() {}

    static boolean isBlankAt(ByteBuffer bytes, int at) {
        return at < bytes.limit() && PdfSyntax.isBlank(bytes.get(at));
    }

    /** @param behind the word that may be the end */
    static boolean isAt(ByteBuffer bytes, int behind) {
        if (behind >= bytes.limit()) {
            return true;
        }
        int next = bytes.get(behind);
        if (next != ' ' && next != '\n' && next != '\r') {
            return false;
        }
        int last = Math.min(bytes.limit(), behind + LOOKED_AT);
        int begin = -1;
        int end = -1;
        for (int at = behind; at < last; at++) {
            int b = bytes.get(at);
            boolean isBlank = b == 0 || b == '\t' || b == ' ' || b == '\n' || b == '\r';
            if (!isBlank && b < ' ') {
                return false;
            }
            if (begin < 0 && !isBlank) {
                begin = at;
            } else if (begin >= 0 && end < 0 && isBlank) {
                end = at;
            }
        }
        return begin < 0
                || (end < 0 ? last - behind < LOOKED_AT || last - begin <= LONGEST_OPERATOR : ends(bytes, begin, end));
    }

    private static boolean ends(ByteBuffer bytes, int begin, int end) {
        StringBuilder word = new StringBuilder();
        for (int at = begin; at < end; at++) {
            word.append((char) bytes.get(at));
        }
        return word.toString().equals("Q")
                || word.toString().equals("EMC")
                || word.toString().equals("S");
    }
}
