/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.io.IOException;

/** Takes what a decoder makes of a recording: {@link #begin} first, {@link #end} last. */
interface FrameSink {

    /**
     * @param rate frames a second
     * @throws com.noragentia.helios.protocol.api.ProblemException if such recordings are not read
     */
    void begin(int rate, int channels) throws IOException;

    /** The next frames, a sample for each channel in turn, full scale ±1; the array is used again after the call. */
    void take(float[] interleaved, int frames) throws IOException;

    /** There is no more. */
    void end() throws IOException;
}
