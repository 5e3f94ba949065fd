/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import com.noragentia.helios.protocol.extent.Mp3Frame;
import java.nio.ByteBuffer;

/**
 * The frames of an MP3 file, followed from one to the next; what stands between frames is passed over.
 *
 * @param frames of the form of the first ones
 * @param isCut whether the last one is not all there: what is cut ends within a frame, but for one time in hundreds
 * @param changesForm whether there are others, of another rate or number of channels, as where files were joined: JLayer passes over them
 */
record FrameChain(long frames, boolean isCut, boolean changesForm) {

    private static final int LAYER = 3;
    /** A quarter of a second or more: no noise looks like so many frames. */
    private static final int MANY = 10;

    /** Of a file whose frames lie between {@code start} and {@code end}. */
    static FrameChain of(byte[] file, int start, int end) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        boolean changesForm = false;
        long frames = 0;
        int form = 0;
        int before = 0;
        int alike = 0;
        int at = start;
        while (at + Mp3Frame.HEADER_BYTES <= end) {
            int header = bytes.getInt(at);
            int length = length(header);
            if (length > 0 && at + length > end) {
                // Where none came before, it may be noise that looks like one.
                return new FrameChain(frames, before != 0, changesForm);
            }
            if (length > 0) {
                alike = before != 0 && Mp3Frame.areAlike(header, before) ? alike + 1 : 1;
                form = form == 0 && alike > 1 ? header : form;
                boolean isOther = form != 0 && !Mp3Frame.areAlike(header, form);
                frames += isOther ? 0 : 1;
                changesForm |= isOther && alike >= MANY;
            }
            before = length > 0 ? header : 0;
            at += Math.max(1, length);
        }
        return new FrameChain(frames, before != 0 && at < end && file[at] == (byte) 0xFF, changesForm);
    }

    private static int length(int header) {
        Mp3Frame frame = Mp3Frame.of(header);
        return frame.layer() == LAYER ? frame.bytes() : 0;
    }
}
