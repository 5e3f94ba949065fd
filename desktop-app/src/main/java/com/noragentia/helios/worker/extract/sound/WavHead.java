/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What the JDK does not tell of a WAV file that it refuses: in which form its samples are, so that nobody is told that a sound file is damaged.
 *
 * @param form the number of its form, as registered with Microsoft; 0 where there is none to be found
 */
record WavHead(int form) {

    private static final int HEAD_BYTES = 4_096;
    private static final int CHUNKS_AT = 12;
    private static final int FORMAT = 0x20746D66; // "fmt ", read from its last byte
    /** In such files the form stands at the beginning of its long identifier. */
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int LONG_FORM_AT = 24;

    /** None, whole numbers, floats, A-law, µ-law: a file of these that is refused is damaged. */
    private static final Set<Integer> KNOWN = Set.of(0, 1, 3, 6, 7);

    static WavHead of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new WavHead(form(ByteBuffer.wrap(in.readNBytes(HEAD_BYTES)).order(ByteOrder.LITTLE_ENDIAN)));
        }
    }

    private static int form(ByteBuffer head) {
        try {
            head.position(CHUNKS_AT);
            while (true) {
                int kind = head.getInt();
                int bytes = head.getInt();
                int at = head.position();
                if (kind == FORMAT) {
                    int form = head.getShort(at) & 0xFFFF;
                    return form == EXTENSIBLE ? head.getShort(at + LONG_FORM_AT) & 0xFFFF : form;
                }
                if (bytes < 0) { // it would go back, perhaps for ever
                    return 0;
                }
                head.position(Math.addExact(at, bytes + (bytes & 1))); // chunks begin at even places
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            return 0;
        }
    }

    /** Whether other files of its form are read. */
    boolean isOfKnownForm() {
        return KNOWN.contains(form);
    }
}
