/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.nio.ByteBuffer;

/**
 * Whether the last frame of an MP3 file is all there: what is cut ends within one, but for one time in hundreds. It is followed from frame to frame,
 * as each says how long it is (ISO/IEC 11172-3, 2.4.2.3, and 13818-3 for half the rates); what stands between frames is passed over.
 */
final class LastFrame {

    private static final int HEADER_BYTES = 4;
    /** In thousands of bits a second, from index 1; those of MPEG 1, and those of the lower rates. */
    private static final int[] FULL = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};

    private static final int[] HALF = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    /** Samples a second in MPEG 1; half of that in MPEG 2, a quarter in 2.5. */
    private static final int[] RATES = {44_100, 48_000, 32_000};

    private static final int LAYER_3 = 1;
    private static final int MPEG_1 = 3;
    private static final int MPEG_2 = 2;
    private static final int RESERVED = 1;
    private static final int MARK = 0x7FF;

    private LastFrame() {}

    /**
     * Whether it ends before it should.
     *
     * @param file whose frames lie between {@code start} and {@code end}
     */
    static boolean isCut(byte[] file, int start, int end) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        boolean followsFrame = false;
        int at = start;
        while (at + HEADER_BYTES <= end) {
            int length = length(bytes.getInt(at));
            if (length > 0 && at + length > end) {
                // Where none came before, it may be noise that looks like one.
                return followsFrame;
            }
            followsFrame = length > 0;
            at += Math.max(1, length);
        }
        return followsFrame && at < end && file[at] == (byte) 0xFF;
    }

    /** In bytes, header included; 0 for what is no header, or none of a frame whose length can be told. */
    private static int length(int header) {
        int version = header >>> 19 & 3;
        int layer = header >>> 17 & 3;
        int bits = header >>> 12 & 0xF;
        int rate = header >>> 10 & 3;
        int padding = header >>> 9 & 1;
        if (header >>> 21 != MARK || version == RESERVED || layer != LAYER_3 || rate == RATES.length) {
            return 0;
        }
        int[] table = version == MPEG_1 ? FULL : HALF;
        if (bits == 0 || bits > table.length) {
            return 0;
        }
        int samplesASecond = RATES[rate] / (version == MPEG_1 ? 1 : version == MPEG_2 ? 2 : 4);
        int bytesAtOneSample = (version == MPEG_1 ? 144 : 72) * 1_000;
        return bytesAtOneSample * table[bits - 1] / samplesASecond + padding;
    }
}
