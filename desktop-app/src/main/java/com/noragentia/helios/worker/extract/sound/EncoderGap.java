/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import com.noragentia.helios.protocol.extent.Mp3Frame;
import java.nio.ByteBuffer;

/**
 * Where the sound of an MP3 file begins and ends: encoders put silence before and after it, and say how much in a first frame without sound
 * (the Xing header, with the extension of LAME). Without it, or where it makes no sense, all counts. Immutable.
 *
 * @param start samples of each channel, as decoded, that come before the sound
 * @param end where it is over
 * @param bytes of all frames, from that first one on; 0 where it is not said
 * @param frames all of them, likewise
 */
record EncoderGap(long start, long end, long bytes, long frames) {

    private static final EncoderGap NONE = new EncoderGap(0, Long.MAX_VALUE, 0, 0);

    /** Encoders and programs that write titles do not count alike: what is missing is more than this share. */
    private static final double MISCOUNT = 0.01;
    /** Nor do they count a last frame alike. */
    private static final int MISCOUNTED_FRAMES = 4;

    /** What every decoder adds before the first sample. */
    private static final int DECODER_SAMPLES = 529;

    private static final int HAS_FRAMES = 1;
    private static final int HAS_BYTES = 2;
    private static final int HAS_TABLE = 4;
    private static final int HAS_QUALITY = 8;
    private static final int TABLE_BYTES = 100;
    /** From the encoder's name to the two numbers of twelve bits. */
    private static final int GAP_AT = 21;

    /** Looks at the first frame of a file. */
    static EncoderGap in(byte[] file) {
        int start = startOfSound(file);
        try {
            return inFrame(ByteBuffer.wrap(file, start, file.length - start).slice());
        } catch (IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    /** Where the frames begin, behind the titles. */
    static int startOfSound(byte[] file) {
        return (int) Math.min(Mp3Frame.titleBytes(ByteBuffer.wrap(file)), file.length);
    }

    /**
     * Whether a file lacks what its first frame says that there is.
     *
     * @param file whose frames end at {@code endOfSound}
     */
    boolean isCut(byte[] file, int endOfSound) {
        long there = endOfSound - Math.min(Mp3Frame.titleBytes(ByteBuffer.wrap(file)), endOfSound);
        return there < bytes * (1 - MISCOUNT);
    }

    /** The gap of a file of so many frames: with more than the first one says, others follow that it does not know of, and there is no end. */
    EncoderGap among(long frames) {
        return frames > this.frames + MISCOUNTED_FRAMES
                ? new EncoderGap(start, Long.MAX_VALUE, bytes, this.frames)
                : this;
    }

    private static EncoderGap inFrame(ByteBuffer frame) {
        int header = frame.getInt(0);
        if (header >>> 21 != 0x7FF) {
            return NONE;
        }
        boolean full = (header >>> 19 & 3) == 3; // MPEG 1; the others have half as many samples
        boolean mono = (header >>> 6 & 3) == 3;
        int at = 4 + (full ? (mono ? 17 : 32) : (mono ? 9 : 17));
        int mark = frame.getInt(at);
        if (mark != 0x58696E67 && mark != 0x496E666F) { // "Xing", "Info"
            return NONE;
        }
        int samples = full ? 1_152 : 576;
        int flags = frame.getInt(at + 4);
        int next = at + 8;
        long frames = 0;
        if ((flags & HAS_FRAMES) != 0) {
            frames = frame.getInt(next) & 0xFFFFFFFFL;
            next += 4;
        }
        long bytes = (flags & HAS_BYTES) != 0 ? frame.getInt(next) & 0xFFFFFFFFL : 0;
        next += ((flags & HAS_BYTES) != 0 ? 4 : 0)
                + ((flags & HAS_TABLE) != 0 ? TABLE_BYTES : 0)
                + ((flags & HAS_QUALITY) != 0 ? 4 : 0);
        int gaps = frame.get(next) == 0 ? 0 : frame.getInt(next + GAP_AT) >>> 8;
        int before = gaps == 0 ? 0 : (gaps >>> 12) + DECODER_SAMPLES;
        int after = gaps == 0 ? 0 : Math.max(0, (gaps & 0xFFF) - DECODER_SAMPLES);
        long end = frames == 0 ? Long.MAX_VALUE : (frames + 1) * samples - after;
        long start = samples + (long) before; // the frame that says so is decoded to silence
        return end > start ? new EncoderGap(start, end, bytes, frames + 1) : NONE;
    }
}
