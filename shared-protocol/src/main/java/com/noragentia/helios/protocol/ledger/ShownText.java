/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * Follows the operators of a PDF's content stream (ISO 32000-1, 7.8.2 and 9.4.3) byte by byte, and counts what it shows: letters, shapes, and what else it
 * draws. No operand is understood beyond its length. Not thread-safe.
 */
final class ShownText implements InflateBudget.Sink {

    private static final int MOST_NAMES = 1_000;
    private static final int MOST_TOKEN = 127;
    /** A font of two bytes a letter seldom has so many rows of letters; text of one byte a letter has no such bytes in every other place. */
    private static final int ROWS_OF_WIDE_FONTS = 0x20;

    private enum Place {
        BETWEEN,
        TOKEN,
        STRING,
        ESCAPE,
        HEX,
        COMMENT,
        INLINE_PICTURE
    }

    private final StringBuilder token = new StringBuilder();
    private final Set<String> drawn = new HashSet<>();
    private Place place = Place.BETWEEN;
    private int nested;
    private int last;
    private long stringBytes;
    private boolean isWide;
    private int half = -1;
    private long pending;
    private String name = "";
    private long letters;
    private int shapes;
    private boolean hasInlinePicture;

    long letters() {
        return letters;
    }

    int shapes() {
        return shapes;
    }

    boolean hasInlinePicture() {
        return hasInlinePicture;
    }

    /** Names of what it draws besides, without the slash. */
    Set<String> drawn() {
        return drawn;
    }

    @Override
    public void take(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            next(chunk[i] & 0xFF);
        }
    }

    /** Nothing comes any more: the last word is whole. */
    void finish() {
        next(' ');
    }

    private void next(int b) {
        switch (place) {
            case BETWEEN, TOKEN -> plain(b);
            case STRING -> string(b);
            case ESCAPE -> {
                letter(b);
                place = Place.STRING;
            }
            case HEX -> hex(b);
            case COMMENT -> place = b == '\n' || b == '\r' ? Place.BETWEEN : Place.COMMENT;
            case INLINE_PICTURE -> picture(b);
        }
    }

    private void plain(int b) {
        boolean ends = b <= ' ' || "()<>[]{}/%".indexOf(b) >= 0;
        if (ends && !token.isEmpty()) {
            token();
            if (place == Place.INLINE_PICTURE) {
                return;
            }
        }
        switch (b) {
            case '(' -> begin(Place.STRING);
            case '<' -> begin(Place.HEX);
            case '%' -> place = Place.COMMENT;
            case '/' -> {
                place = Place.TOKEN;
                token.append('/');
            }
            default -> {
                place = ends ? Place.BETWEEN : Place.TOKEN;
                if (!ends && token.length() < MOST_TOKEN) {
                    token.append((char) b);
                }
            }
        }
    }

    private void begin(Place string) {
        place = string;
        nested = 0;
        stringBytes = 0;
        isWide = true;
        half = -1;
    }

    private void letter(int b) {
        isWide &= stringBytes % 2 == 1 || b < ROWS_OF_WIDE_FONTS;
        stringBytes++;
    }

    private void string(int b) {
        switch (b) {
            case '\\' -> place = Place.ESCAPE;
            case '(' -> {
                nested++;
                letter(b);
            }
            case ')' -> {
                if (nested-- > 0) {
                    letter(b);
                } else {
                    end();
                }
            }
            default -> letter(b);
        }
    }

    private void hex(int b) {
        int digit = Character.digit(b, 16);
        if (digit >= 0) {
            half = half < 0 ? digit : both(digit);
        } else if (b == '>' || b == '<') { // two of either are a dictionary
            end();
        }
    }

    private int both(int digit) {
        letter(half << 4 | digit);
        return -1;
    }

    private void end() {
        pending += isWide && stringBytes % 2 == 0 ? stringBytes / 2 : stringBytes;
        place = Place.BETWEEN;
    }

    private void token() {
        String word = token.toString();
        token.setLength(0);
        if (word.charAt(0) == '/') {
            name = word.substring(1);
            return;
        }
        switch (word) {
            case "Tj", "TJ", "'", "\"" -> letters += pending;
            case "f", "F", "f*", "B", "B*", "b", "b*" -> shapes++;
            case "Do" -> {
                if (drawn.size() < MOST_NAMES) {
                    drawn.add(PdfObject.unescaped(name));
                }
            }
            case "ID" -> {
                hasInlinePicture = true;
                place = Place.INLINE_PICTURE;
                last = ' ';
            }
            default -> {
                if (word.charAt(0) == '-' || word.charAt(0) == '.' || Character.isDigit(word.charAt(0))) {
                    pending += pending > 0 && isBlank(word) ? 1 : 0;
                    return; // an operand: the operator is still to come
                }
            }
        }
        pending = 0;
    }

    /** Many programs write no blanks, but move on by a quarter of a letter's height and more: so many thousandths. */
    private static boolean isBlank(String moved) {
        int point = moved.indexOf('.') < 0 ? moved.length() : moved.indexOf('.');
        return moved.charAt(0) == '-' && (point > 4 || (point == 4 && moved.charAt(1) >= '2'));
    }

    /** To the bytes EI. */
    private void picture(int b) {
        if (last == 'E' && b == 'I') {
            place = Place.BETWEEN;
        }
        last = b;
    }
}
