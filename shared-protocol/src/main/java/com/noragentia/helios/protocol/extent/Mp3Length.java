/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.nio.ByteBuffer;

/**
 * How long an MP3 plays, from frame to frame (ISO/IEC 11172-3, 2.4.2.3, and 13818-3 for lower rates), as players go: what stands between frames is passed over, and
 * a frame is one if another follows it, or the end. Each byte is looked at once. Pure.
 */
final class Mp3Length {

    /** 128 kbit/s: where there is no frame. */
    static final long USUAL_BYTES = 16_000;
    /** 448 kbit/s, the most that there is: no recording is shorter. */
    private static final long MOST_BYTES = 56_000;

    private static final int HEADER_BYTES = 4;
    private static final int TAG_HEADER_BYTES = 10;
    private static final int TAG = 0x494433; // "ID3"
    private static final int TITLES = 0x544147; // "TAG", at the end
    private static final int MARK = 0x7FF;
    /** What is alike in all frames: version and rate; and apart from these, whether there is one channel. */
    private static final int ALIKE = 0xFFF80C00;

    private static final int ONE_CHANNEL = 0xC0;
    private static final int BITS_PER_KBIT = 1_000;

    /** In kbit/s by index: of MPEG 1, layers 1 to 3, then of the lower rates, layer 1 and the others. */
    private static final int[][] RATES = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private static final int[] SAMPLES_A_SECOND = {44_100, 48_000, 32_000};

    private final ByteBuffer file;
    private double seconds;
    private int first;

    private Mp3Length(ByteBuffer file) {
        this.file = file;
    }

    /** A frame; of no bytes where there is none. */
    private record Frame(int bytes, double seconds) {
        static final Frame NONE = new Frame(0, 0);
    }

    /** Begun seconds. */
    static long seconds(ByteBuffer file) {
        Mp3Length length = new Mp3Length(file);
        length.walk();
        double played = length.first == 0 ? (double) file.limit() / USUAL_BYTES : length.seconds;
        return (long) Math.ceil(Math.max(played, (double) file.limit() / MOST_BYTES));
    }

    private void walk() {
        long at = tagBytes();
        while (at + HEADER_BYTES <= file.limit()) {
            int header = file.getInt((int) at);
            Frame frame = isAlike(header) ? frame(header) : Frame.NONE;
            if (frame.bytes() > 0 && goesOn(header, at + frame.bytes())) {
                first = first == 0 ? header : first;
                seconds += frame.seconds();
                at += frame.bytes();
            } else {
                at++;
            }
        }
    }

    private boolean isAlike(int header) {
        return first == 0 || ((header & ALIKE) == (first & ALIKE) && isMono(header) == isMono(first));
    }

    private static boolean isMono(int header) {
        return (header & ONE_CHANNEL) == ONE_CHANNEL;
    }

    private boolean goesOn(int header, long next) {
        if (next + HEADER_BYTES > file.limit()) {
            return true;
        }
        int other = file.getInt((int) next);
        return ((other & ALIKE) == (header & ALIKE) && isMono(other) == isMono(header))
                || other >>> Byte.SIZE == TITLES;
    }

    private static Frame frame(int header) {
        int version = header >>> 19 & 3;
        int layer = 4 - (header >>> 17 & 3);
        int bits = header >>> 12 & 0xF;
        int rate = header >>> 10 & 3;
        boolean isFull = version == 3;
        if (header >>> 21 != MARK || version == 1 || layer == 4 || rate == 3 || bits == 0 || bits == 15) {
            return Frame.NONE;
        }
        int kbit = RATES[isFull ? layer - 1 : layer == 1 ? 3 : 4][bits];
        int perSecond = SAMPLES_A_SECOND[rate] / (isFull ? 1 : version == 2 ? 2 : 4);
        int samples = layer == 1 ? 384 : layer == 2 || isFull ? 1_152 : 576;
        int padding = header >>> 9 & 1;
        // layer 1 counts in words
        int bytes = layer == 1
                ? (12 * kbit * BITS_PER_KBIT / perSecond + padding) * 4
                : samples / Byte.SIZE * kbit * BITS_PER_KBIT / perSecond + padding;
        return new Frame(bytes, (double) samples / perSecond);
    }

    /** Of titles before the sound, with their header: their length stands in four bytes of seven bits. */
    private long tagBytes() {
        if (file.limit() < TAG_HEADER_BYTES || file.getInt(0) >>> Byte.SIZE != TAG) {
            return 0;
        }
        long length = 0;
        for (int i = TAG_HEADER_BYTES - Integer.BYTES; i < TAG_HEADER_BYTES; i++) {
            length = (length << 7) | (file.get(i) & 0x7F);
        }
        return length + TAG_HEADER_BYTES > file.limit() ? 0 : length + TAG_HEADER_BYTES;
    }
}
