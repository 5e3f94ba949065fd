/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what stands between the quotes of a JSON string to a file, without the escapes that some programs write into base64: of the slash, and of
 * characters by their number in hexadecimal. Not thread-safe.
 */
final class LongString implements AutoCloseable {

    /** A media type, a name and the like, before the base64. */
    private static final int HEAD_BYTES = 1_024;
    /** The longest file, in base64. */
    static final long BYTES = (Limit.ATTACHMENT_BYTES.value() + 2) / 3 * 4 + HEAD_BYTES;

    private static final int UNICODE_DIGITS = 4;
    private static final int ASCII = 0x7F;

    private final OutputStream file;
    private long length;
    private boolean isEscaped;
    /** That are still to come of a character's number. */
    private int digitsLeft;

    private int character;

    LongString(Path file) throws IOException {
        this.file = new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** The next byte as it stands in the JSON. */
    void write(byte next) throws IOException {
        if (digitsLeft > 0) {
            digit(next);
        } else if (isEscaped) {
            isEscaped = false;
            escaped(next);
        } else if (next == '\\') {
            isEscaped = true;
        } else {
            put(next);
        }
    }

    private void digit(byte next) throws IOException {
        int digit = Character.digit((char) next, 16);
        character = (character << 4) | digit;
        digitsLeft--;
        if (digit < 0 || character > ASCII) {
            throw noFile();
        }
        if (digitsLeft == 0) {
            put(character);
        }
    }

    private void escaped(byte next) throws IOException {
        if (next == 'u') {
            digitsLeft = UNICODE_DIGITS;
            character = 0;
        } else if (next == '/') {
            put(next);
        } else {
            throw noFile();
        }
    }

    private void put(int character) throws IOException {
        length++;
        if (length > BYTES) {
            throw new ProblemException(
                    Limit.ATTACHMENT_BYTES.problem(), "a file is over " + Limit.ATTACHMENT_BYTES.value() + " bytes");
        }
        file.write(character);
    }

    private static ProblemException noFile() {
        return new ProblemException(ProblemCode.REQUEST_INVALID, "a string is too long, and no file in base64");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
