/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds bytes in what has been received. */
final class Bytes {

    private Bytes() {}

    /** Where {@code pattern} begins at a buffer's position or later; -1 where it is not there yet. */
    static int indexOf(ByteBuffer buffer, byte[] pattern) {
        int last = buffer.limit() - pattern.length;
        for (int i = buffer.position(); i <= last; i++) {
            int matched = 0;
            while (matched < pattern.length && buffer.get(i + matched) == pattern[matched]) {
                matched++;
            }
            if (matched == pattern.length) {
                return i;
            }
        }
        return -1;
    }

    /** The text of so many bytes at a place, in UTF-8. */
    static String text(ByteBuffer buffer, int from, int length) {
        return new String(copy(buffer, from, length), StandardCharsets.UTF_8);
    }

    static byte[] copy(ByteBuffer buffer, int from, int length) {
        byte[] bytes = new byte[length];
        buffer.get(from, bytes);
        return bytes;
    }
}
