/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.io.IOException;

/** Takes sound as it is decoded. */
@FunctionalInterface
public interface SampleSink {

    /** The next samples of one channel, of which full scale is ±1; the array is used again after the call. */
    void take(float[] samples, int count) throws IOException;
}
