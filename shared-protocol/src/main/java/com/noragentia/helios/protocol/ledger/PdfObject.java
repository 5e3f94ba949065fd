/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object of a PDF, as far as it counts.
 *
 * @param text its dictionary, or whatever it is, a letter a byte; names without escapes
 * @param data where its stream begins in the file; -1 where it has none
 * @param end where the next object begins
 */
record PdfObject(String text, int data, int end) {

    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern SIDE = Pattern.compile("/(Width|Height)\\s+(\\d{1,6})\\b");
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]|/\\w+|\\d+\\s+\\d+\\s+R)");
    private static final Pattern FLATE = Pattern.compile("\\[?\\s*/(FlateDecode|Fl)\\s*\\]?");

    static PdfObject of(String text, int data, int end) {
        return new PdfObject(unescaped(text), data, end);
    }

    /** One that lies in the stream of another, where no streams are. */
    static PdfObject within(String text) {
        return of(text, -1, -1);
    }

    /** Names with their escapes read: ISO 32000-1, 7.3.5. */
    static String unescaped(String text) {
        return text.indexOf('#') < 0
                ? text
                : ESCAPE.matcher(text)
                        .replaceAll(code -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }

    boolean isStream() {
        return data >= 0;
    }

    /** Whether its stream is packed as nearly all are, or not at all. */
    boolean isReadable(ScanBudget scan) {
        Matcher filter = FILTER.matcher(scan.of(text));
        return !text.contains("/Filter")
                || (filter.find() && FLATE.matcher(filter.group(1)).matches());
    }

    boolean isPacked() {
        return text.contains("/Filter");
    }

    long streamBytes() {
        return (long) end - data;
    }

    /** Of a picture; 0 of anything else. */
    long pixels(ScanBudget scan) {
        long pixels = 1;
        int sides = 0;
        Matcher side = SIDE.matcher(scan.of(text));
        while (sides < 2 && side.find()) {
            pixels *= Integer.parseInt(side.group(2));
            sides++;
        }
        return sides == 2 ? pixels : 0;
    }
}
