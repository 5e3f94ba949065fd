/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.nio.charset.StandardCharsets;

/**
 * How many bytes of a recording are a second of it, by its first bytes: the {@code fmt } chunk of a WAV, the first frame of an MP3
 * (ISO 11172-3 §2.4.1.3). What is missing, out of reach or beyond belief counts as what is usual. Pure.
 */
final class SoundHeader {

    /** 16 kHz, 16 bit, one channel: what recorders for speech write. */
    static final long USUAL_WAV = 32_000;
    /** 128 kbit/s. */
    static final long USUAL_MP3 = 16_000;

    /** 8 kHz, 8 bit, one channel. */
    private static final long LEAST_WAV = 8_000;
    /** 192 kHz, 24 bit, two channels. */
    private static final long MOST_WAV = 1_152_000;

    private static final int WAV_FORMAT_AT = 12;
    private static final int WAV_CHANNELS_AT = 22;
    private static final int WAV_SAMPLES_AT = 24;
    private static final int WAV_RATE_AT = 28;
    private static final int WAV_BITS_AT = 34;
    private static final int TAG_HEADER_BYTES = 10;
    private static final long BYTES_PER_SECOND_OF_KBIT = 125;

    private static final int[] MPEG1_KBIT = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] MPEG2_KBIT = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};

    private SoundHeader() {}

    /** The least that the header tells, in two ways: players go by the samples, and nothing is won by claiming more bytes for each second. */
    static long wavBytesPerSecond(byte[] head) {
        if (!hasAt(head, WAV_FORMAT_AT, "fmt ") || head.length < WAV_RATE_AT + Integer.BYTES) {
            return USUAL_WAV;
        }
        long claimed = Integer.reverseBytes(intAt(head, WAV_RATE_AT)); // little-endian
        long told = isBelievable(claimed) ? claimed : USUAL_WAV;
        if (head.length < WAV_BITS_AT + Short.BYTES) {
            return told;
        }
        long bytesPerSample = Math.ceilDiv(shortAt(head, WAV_BITS_AT), Byte.SIZE);
        long samples = shortAt(head, WAV_CHANNELS_AT)
                * bytesPerSample
                * Integer.toUnsignedLong(Integer.reverseBytes(intAt(head, WAV_SAMPLES_AT)));
        return isBelievable(samples) ? Math.min(told, samples) : told;
    }

    private static boolean isBelievable(long bytesPerSecond) {
        return bytesPerSecond >= LEAST_WAV && bytesPerSecond <= MOST_WAV;
    }

    private static long shortAt(byte[] head, int at) {
        return (head[at] & 0xFF) | ((head[at + 1] & 0xFF) << Byte.SIZE);
    }

    static long mp3BytesPerSecond(byte[] head) {
        int frame = hasAt(head, 0, "ID3") ? tagBytes(head) : 0;
        if (frame > head.length - Integer.BYTES) {
            return USUAL_MP3;
        }
        int header = intAt(head, frame);
        boolean isLayer3 = (header >>> 21) == 0x7FF && ((header >>> 17) & 3) == 1;
        boolean isMpeg1 = ((header >>> 19) & 3) == 3;
        int kbit = (isMpeg1 ? MPEG1_KBIT : MPEG2_KBIT)[(header >>> 12) & 0xF];
        return isLayer3 && kbit > 0 ? kbit * BYTES_PER_SECOND_OF_KBIT : USUAL_MP3;
    }

    /** Of an ID3v2 tag with its header: its length stands in four bytes of seven bits. */
    private static int tagBytes(byte[] head) {
        if (head.length < TAG_HEADER_BYTES) {
            return Integer.MAX_VALUE;
        }
        int length = 0;
        for (int i = TAG_HEADER_BYTES - Integer.BYTES; i < TAG_HEADER_BYTES; i++) {
            length = (length << 7) | (head[i] & 0x7F);
        }
        return TAG_HEADER_BYTES + length;
    }

    private static int intAt(byte[] head, int at) {
        int value = 0;
        for (int i = at; i < at + Integer.BYTES; i++) {
            value = (value << Byte.SIZE) | (head[i] & 0xFF);
        }
        return value;
    }

    private static boolean hasAt(byte[] head, int at, String ascii) {
        int end = at + ascii.length();
        return end <= head.length && new String(head, at, ascii.length(), StandardCharsets.ISO_8859_1).equals(ascii);
    }
}
