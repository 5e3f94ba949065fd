/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Much in few bytes (RFC 1950). */
final class Deflated {

    private static final int MEBIBYTE = 1 << 20;

    private Deflated() {}

    static byte[] blanks(int mebibytes) {
        return of(" ".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII), mebibytes);
    }

    static byte[] of(byte[] content) {
        return of(content, 1);
    }

    /** The same block again and again. */
    static byte[] of(byte[] block, int times) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        for (int i = 0; i < times; i++) {
            deflater.setInput(block);
            while (!deflater.needsInput()) {
                out.write(some, 0, deflater.deflate(some));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        return out.toByteArray();
    }
}
