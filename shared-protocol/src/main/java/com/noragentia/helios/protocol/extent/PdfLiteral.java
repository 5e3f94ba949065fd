/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.nio.ByteBuffer;

/** A string in round brackets (ISO 32000-1, 7.3.4.2). Not thread-safe. */
final class PdfLiteral {

    private static final int MOST_OCTAL_DIGITS = 3;

    private final ByteBuffer bytes;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private boolean isOdd;

    /** @param from behind the bracket that opens it */
    PdfLiteral(ByteBuffer bytes, int from) {
        this.bytes = bytes;
        this.at = from;
        read();
    }

    /** A letter a byte. */
    String text() {
        return text.toString();
    }

    /** Behind the bracket that closes it. */
    int end() {
        return at;
    }

    /** Whether it has no end, or might have one before where it has it. */
    boolean isOdd() {
        return isOdd;
    }

    private void read() {
        int open = 1;
        while (open > 0) {
            int b = take();
            if (b < 0) {
                isOdd = true;
                return;
            }
            open += b == '(' ? 1 : b == ')' ? -1 : 0;
            isOdd |= b == ')' && open > 0 && mayEndHere();
            if (b == '\\') {
                escape();
            } else if (open > 0) {
                text.append((char) b);
            }
        }
    }

    private int take() {
        int b = peek(0);
        at += b < 0 ? 0 : 1;
        return b;
    }

    private int peek(int further) {
        return at + further < bytes.limit() ? bytes.get(at + further) & 0xFF : -1;
    }

    private static boolean endsLine(int b) {
        return b == '\n' || b == '\r';
    }

    /** Some readers take a bracket before a name or the end of a dictionary in the next line for the last one. */
    private boolean mayEndHere() {
        int next = endsLine(peek(0)) ? peek(peek(0) == '\r' && peek(1) == '\n' ? 2 : 1) : -1;
        return next == '/' || next == '>';
    }

    private void escape() {
        int b = take();
        switch (b) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case '\n', '\r' -> {
                while (endsLine(peek(0))) {
                    at++;
                }
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(b - '0');
            case -1 -> isOdd = true;
            default -> {
                isOdd |= b == ')' && mayEndHere();
                text.append((char) b);
            }
        }
    }

    private void octal(int first) {
        int code = first;
        for (int i = 1; i < MOST_OCTAL_DIGITS && peek(0) >= '0' && peek(0) <= '7'; i++) {
            code = (code << 3) + take() - '0';
        }
        text.append((char) (code & 0xFF));
    }
}
