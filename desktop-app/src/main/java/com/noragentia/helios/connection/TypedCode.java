/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A one-time code as somebody typed it: capitals, blanks and hyphens do not matter, nor what a mail program put around it, nor the letters that
 * the alphabet of codes (Crockford's base 32, https://www.crockford.com/base32.html) leaves out because they look like digits.
 */
final class TypedCode {

    private static final int LETTERS = 20;
    private static final int GROUP = 5;

    private TypedCode() {}

    /** The code as the network wrote it; what cannot be one of its codes stays as it was typed. */
    static String meant(String typed) {
        String letters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return letters.matches("[0-9A-HJKMNP-TV-Z]{" + LETTERS + "}") ? grouped(letters) : typed.strip();
    }

    private static String grouped(String letters) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(letters.charAt(i));
        }
        return code.toString();
    }
}
