/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines, as bytes. No line grows longer than it may, so that a file without line feeds fills no memory. Not thread-safe. */
final class LineReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int begin;
    private int end;

    /** @param longest bytes of a line, well under 256 KiB; what goes on is the next line */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Up to the line feed, which is left out, or the end of the stream; empty there. */
    byte[] next() throws IOException {
        int length = 0;
        while (true) {
            int most = Math.min(end - begin, longest);
            for (; length < most; length++) {
                if (buffer[begin + length] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, begin, begin + length);
                    begin += length + 1;
                    return line;
                }
            }
            if (length == longest || !readOn()) {
                byte[] line = Arrays.copyOfRange(buffer, begin, begin + length);
                begin += length;
                return line;
            }
        }
    }

    /** Moves what is left to the front of the buffer, so that places in it change; false at the end of the stream. */
    private boolean readOn() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
