/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import com.noragentia.helios.protocol.extent.Mp3Frame;
import java.nio.ByteBuffer;

/**
 * Whether the last frame of an MP3 file is all there: what is cut ends within one, but for one time in hundreds. It is followed from frame to frame;
 * what stands between frames is passed over.
 */
final class LastFrame {

    private static final int LAYER = 3;

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
        while (at + Mp3Frame.HEADER_BYTES <= end) {
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

    private static int length(int header) {
        Mp3Frame frame = Mp3Frame.of(header);
        return frame.layer() == LAYER ? frame.bytes() : 0;
    }
}
