/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.nio.ByteBuffer;

/**
 * What the header of a frame of an MP3 says of it (ISO/IEC 11172-3, 2.4.2.3, and 13818-3 for lower rates). Immutable.
 *
 * @param bytes header included; 0 for what is no header, or none of a frame whose length it tells
 * @param seconds that it plays
 * @param layer 1 to 3: of the MPEG audio layers
 */
public record Mp3Frame(int bytes, double seconds, int layer) {

    public static final int HEADER_BYTES = 4;

    static final Mp3Frame NONE = new Mp3Frame(0, 0, 0);

    private static final int MARK = 0x7FF;
    /** What tells version and rate; and apart from these, whether there is one channel. */
    private static final int FORM = 0xFFF80C00;

    private static final int ONE_CHANNEL = 0xC0;
    private static final int RESERVED_VERSION = 1;
    private static final int MPEG_1 = 3;
    private static final int MPEG_2 = 2;
    private static final int BITS_PER_KBIT = 1_000;

    /** In kbit/s by index: of MPEG 1, layers 1 to 3, then of the lower rates, layer 1 and the others. The first tells nothing, a sixteenth is none. */
    private static final int[][] RATES = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    /** In MPEG 1; half of that in MPEG 2, a quarter in 2.5. */
    private static final int[] SAMPLES_A_SECOND = {44_100, 48_000, 32_000};

    private static final byte[] TITLES = {'I', 'D', '3'};
    private static final int TITLES_HEADER_BYTES = 10;
    private static final int TITLES_LENGTH_AT = 6;

    /** @param header the first four bytes, the first of them highest */
    public static Mp3Frame of(int header) {
        int version = header >>> 19 & 3;
        int layer = 4 - (header >>> 17 & 3);
        int bits = header >>> 12 & 0xF;
        int rate = header >>> 10 & 3;
        boolean isFull = version == MPEG_1;
        if (header >>> 21 != MARK
                || version == RESERVED_VERSION
                || layer == 4
                || rate == SAMPLES_A_SECOND.length
                || bits == 0
                || bits == RATES[0].length) {
            return NONE;
        }
        int kbit = RATES[isFull ? layer - 1 : layer == 1 ? 3 : 4][bits];
        int perSecond = SAMPLES_A_SECOND[rate] / (isFull ? 1 : version == MPEG_2 ? 2 : 4);
        int samples = layer == 1 ? 384 : layer == 2 || isFull ? 1_152 : 576;
        int padding = header >>> 9 & 1;
        // layer 1 counts in words
        int bytes = layer == 1
                ? (12 * kbit * BITS_PER_KBIT / perSecond + padding) * 4
                : samples / Byte.SIZE * kbit * BITS_PER_KBIT / perSecond + padding;
        return new Mp3Frame(bytes, (double) samples / perSecond, layer);
    }

    /** Whether the frames of two headers have the same version, rate and number of channels, as all frames of a recording have. */
    public static boolean areAlike(int header, int other) {
        return (header & FORM) == (other & FORM) && isMono(header) == isMono(other);
    }

    private static boolean isMono(int header) {
        return (header & ONE_CHANNEL) == ONE_CHANNEL;
    }

    /** Bytes of the titles before the sound, as they say themselves, in four bytes of seven bits; 0 where there are none. May be more than the file has. */
    public static long titleBytes(ByteBuffer file) {
        if (file.limit() < TITLES_HEADER_BYTES || !file.slice(0, TITLES.length).equals(ByteBuffer.wrap(TITLES))) {
            return 0;
        }
        long length = 0;
        for (int at = TITLES_LENGTH_AT; at < TITLES_HEADER_BYTES; at++) {
            length = (length << 7) | (file.get(at) & 0x7F);
        }
        return TITLES_HEADER_BYTES + length;
    }
}
