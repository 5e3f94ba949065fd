/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many letters the bytes of a string are in a font (ISO 32000-1, 9.7.6 and 9.10.2): a code may stand for several, and take several bytes.
 *
 * @param form how codes are cut from the bytes
 * @param lengths of codes that stand for more than one letter
 * @param longest of all codes
 */
record PdfFont(Form form, Map<Integer, Integer> lengths, int longest) {

    /** Of which nothing is known but that each letter takes a byte. */
    static final PdfFont UNKNOWN = new PdfFont(Form.UNCERTAIN, Map.of(), 1);

    /** Bytes of a code. */
    enum Form {
        ONE,
        TWO,
        /** One or more: each may be one. */
        UNCERTAIN
    }

    /** What may be any of these; nothing for none. */
    static PdfFont any(List<PdfFont> fonts) {
        if (fonts.isEmpty()) {
            return UNKNOWN;
        }
        if (fonts.size() == 1) {
            return fonts.getFirst();
        }
        Form form = fonts.getFirst().form();
        Map<Integer, Integer> lengths = new HashMap<>();
        int longest = 1;
        for (PdfFont font : fonts) {
            form = font.form() == form ? form : Form.UNCERTAIN;
            font.lengths().forEach((code, length) -> lengths.merge(code, length, Math::max));
            longest = Math.max(longest, font.longest());
        }
        return new PdfFont(form, lengths, longest);
    }

    /** @param bytes a letter a byte */
    long letters(String bytes) {
        return switch (form) {
            case UNCERTAIN -> (long) longest * bytes.length();
            case ONE -> lengths.isEmpty() ? bytes.length() : singles(bytes);
            case TWO -> lengths.isEmpty() ? Math.ceilDiv(bytes.length(), 2) : pairs(bytes);
        };
    }

    private long singles(String bytes) {
        return bytes.chars().mapToLong(this::lengthOf).sum();
    }

    private long pairs(String bytes) {
        long letters = bytes.length() % 2 * (long) longest;
        for (int i = 0; i + 1 < bytes.length(); i += 2) {
            letters += lengthOf(bytes.charAt(i) << Byte.SIZE | bytes.charAt(i + 1));
        }
        return letters;
    }

    private int lengthOf(int code) {
        return lengths.getOrDefault(code, 1);
    }
}
