/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How many bytes of a WAV are a second of it, by its {@code fmt } chunk, wherever that stands: by its samples, as whoever plays it reckons. However odd that is, it is believed:
 * it is so long that the recording plays. Pure.
 */
final class SoundHeader {

    /** 16 kHz, 16 bit, one channel: what recorders for speech write. Of what has no header, or none that can be played. */
    static final long USUAL_WAV = 32_000;

    private static final int CHUNKS_AT = 12;
    private static final int CHUNK_HEAD_BYTES = 8;
    private static final int FORMAT = 0x20746D66; // "fmt ", read from its last byte
    private static final int CHANNELS_AT = 2;
    private static final int SAMPLES_AT = 4;
    private static final int BITS_AT = 14;

    private SoundHeader() {}

    /** The least of all such chunks: of several, readers take one or the other. */
    static long wavBytesPerSecond(ByteBuffer file) {
        ByteBuffer wav = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long least = Long.MAX_VALUE;
        long at = CHUNKS_AT;
        while (at >= CHUNKS_AT && at + CHUNK_HEAD_BYTES <= wav.limit()) {
            int content = (int) at + CHUNK_HEAD_BYTES;
            long length = Integer.toUnsignedLong(wav.getInt((int) at + Integer.BYTES));
            if (wav.getInt((int) at) == FORMAT && content + BITS_AT + Short.BYTES <= wav.limit()) {
                least = Math.min(least, bytesPerSecond(wav, content));
            }
            at = content + length + length % 2; // chunks begin at even places
        }
        return least == Long.MAX_VALUE ? USUAL_WAV : least;
    }

    private static long bytesPerSecond(ByteBuffer wav, int content) {
        long bytesPerSample = Math.ceilDiv(wav.getShort(content + BITS_AT) & 0xFFFF, Byte.SIZE);
        long bytes = (wav.getShort(content + CHANNELS_AT) & 0xFFFF)
                * bytesPerSample
                * Integer.toUnsignedLong(wav.getInt(content + SAMPLES_AT));
        return bytes == 0 ? Long.MAX_VALUE : bytes;
    }
}
