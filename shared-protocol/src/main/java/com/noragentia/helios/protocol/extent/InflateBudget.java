/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import com.noragentia.helios.protocol.api.Limit;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks what is packed in one file, so much in all and no more. Not thread-safe. */
final class InflateBudget {

    private static final int CHUNK_BYTES = 16 * 1024;
    /** Of all that is gone through, be it again and again: what is packed may say nothing at great length. */
    private static final long MOST_INPUT_BYTES = 400_000_000;

    private final byte[] chunk = new byte[CHUNK_BYTES];
    private long left = Limit.DOCX_ENTRY_BYTES.value();
    private long inputLeft = MOST_INPUT_BYTES;

    /** Takes what is unpacked, piece by piece. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] chunk, int length);
    }

    boolean isSpent() {
        return left == 0;
    }

    /**
     * Unpacks to the end, or as far as it goes. Returns whether anything came of it.
     *
     * @param bare without the two bytes that begin a zlib stream, as in a ZIP
     */
    boolean inflate(ByteBuffer packed, boolean bare, Sink sink) {
        Inflater inflater = new Inflater(bare);
        boolean any = false;
        try {
            inflater.setInput(packed);
            int length = next(inflater);
            while (length > 0) {
                any = true;
                left -= length;
                sink.take(chunk, length);
                length = next(inflater);
            }
        } finally {
            inputLeft -= inflater.getBytesRead();
            left = inputLeft < 0 ? 0 : left;
            inflater.end();
        }
        return any;
    }

    /** How many bytes more there are; also those that came before whatever is damaged, as whoever reads it gets so far. */
    private int next(Inflater inflater) {
        long before = inflater.getBytesWritten();
        try {
            return left == 0 ? 0 : inflater.inflate(chunk, 0, (int) Math.min(left, CHUNK_BYTES));
        } catch (DataFormatException e) {
            return (int) (inflater.getBytesWritten() - before);
        }
    }
}
