/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a child that may have gone mad: of a line that is too long only the beginning is kept. For one thread. */
final class BoundedLines {

    static final int LONGEST_CHARACTERS = 64 * 1024;

    private final BufferedReader reader;

    BoundedLines(Reader reader) {
        this.reader = reader instanceof BufferedReader buffered ? buffered : new BufferedReader(reader);
    }

    /** The next line without its end; null at the end of all. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (line.length() < LONGEST_CHARACTERS) {
                line.append((char) character);
            }
            character = reader.read();
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }
}
