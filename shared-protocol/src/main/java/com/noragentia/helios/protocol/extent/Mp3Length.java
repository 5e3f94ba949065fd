/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import java.nio.ByteBuffer;

/**
 * How long an MP3 plays, from frame to frame, as players go: what stands between frames is passed over, and a frame is one if another follows it, or the end. Each byte is looked at once. Pure.
 */
final class Mp3Length {

    /** 128 kbit/s: where there is no frame. */
    static final long USUAL_BYTES = 16_000;
    /** 448 kbit/s, the most that there is: no recording is shorter. */
    private static final long MOST_BYTES = 56_000;

    private static final int HEADER_BYTES = 4;
    private static final int TITLES = 0x544147; // "TAG", at the end

    private final ByteBuffer file;
    private double seconds;
    private int first;

    private Mp3Length(ByteBuffer file) {
        this.file = file;
    }

    /** Begun seconds. */
    static long seconds(ByteBuffer file) {
        Mp3Length length = new Mp3Length(file);
        length.walk();
        double played = length.first == 0 ? (double) file.limit() / USUAL_BYTES : length.seconds;
        return (long) Math.ceil(Math.max(played, (double) file.limit() / MOST_BYTES));
    }

    private void walk() {
        long tag = Mp3Frame.titleBytes(file);
        long at = tag > file.limit() ? 0 : tag;
        while (at + HEADER_BYTES <= file.limit()) {
            int header = file.getInt((int) at);
            Mp3Frame frame = isAlike(header) ? Mp3Frame.of(header) : Mp3Frame.NONE;
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
        return first == 0 || Mp3Frame.areAlike(header, first);
    }

    private boolean goesOn(int header, long next) {
        if (next + HEADER_BYTES > file.limit()) {
            return true;
        }
        int other = file.getInt((int) next);
        return Mp3Frame.areAlike(header, other) || other >>> Byte.SIZE == TITLES;
    }
}
