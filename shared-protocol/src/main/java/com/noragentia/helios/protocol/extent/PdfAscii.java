/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What PDFs write in letters (ISO 32000-1, 7.4.2 and 7.4.3). Strict: what is not as the standard has it is empty. Pure. */
final class PdfAscii {

    private static final int GROUP = 5;
    private static final int BASE = 85;
    private static final int MOST_DIGIT = 'u' - '!';

    private PdfAscii() {}

    static Optional<byte[]> base85(ByteBuffer letters) {
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        long group = 0;
        int digits = 0;
        for (int at = 0; at < letters.limit(); at++) {
            int b = letters.get(at);
            if (b == '~') {
                return isDone(letters, at + 1) ? tail(open, group, digits) : Optional.empty();
            } else if (b == 'z' && digits == 0) {
                write(open, 0, Integer.BYTES);
            } else if (b >= '!' && b <= '!' + MOST_DIGIT) {
                group = BASE * group + b - '!';
                if (++digits == GROUP) {
                    write(open, group, Integer.BYTES);
                    group = 0;
                    digits = 0;
                }
            } else if (!PdfSyntax.isBlank(b)) {
                return Optional.empty();
            }
        }
        return tail(open, group, digits);
    }

    private static Optional<byte[]> tail(ByteArrayOutputStream open, long begun, int digits) {
        long group = begun;
        for (int i = digits; i < GROUP; i++) {
            group = BASE * group + MOST_DIGIT;
        }
        write(open, group, Math.max(0, digits - 1));
        return Optional.of(open.toByteArray());
    }

    private static void write(ByteArrayOutputStream open, long group, int bytes) {
        for (int i = 0; i < bytes; i++) {
            open.write((int) (group >>> (Byte.SIZE * (Integer.BYTES - 1 - i))));
        }
    }

    static Optional<byte[]> hex(ByteBuffer letters) {
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        int half = -1;
        for (int at = 0; at < letters.limit(); at++) {
            if (letters.get(at) == '>') {
                return isDone(letters, at) ? hexTail(open, half) : Optional.empty();
            }
            int digit = Character.digit(letters.get(at), 16);
            if (digit >= 0) {
                if (half >= 0) {
                    open.write(half << 4 | digit);
                }
                half = half < 0 ? digit : -1;
            } else if (!PdfSyntax.isBlank(letters.get(at))) {
                return Optional.empty();
            }
        }
        return hexTail(open, half);
    }

    private static Optional<byte[]> hexTail(ByteArrayOutputStream open, int half) {
        if (half >= 0) {
            open.write(half << 4);
        }
        return Optional.of(open.toByteArray());
    }

    /** Whether nothing but the mark of the end is left. */
    private static boolean isDone(ByteBuffer letters, int from) {
        for (int at = from; at < letters.limit(); at++) {
            if (letters.get(at) != '>' && !PdfSyntax.isBlank(letters.get(at))) {
                return false;
            }
        }
        return true;
    }
}
