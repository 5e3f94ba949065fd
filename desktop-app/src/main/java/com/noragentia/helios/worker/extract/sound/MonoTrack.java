/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mixes the channels of a recording to one and brings it to {@link Sound#RATE}. Not thread-safe. */
final class MonoTrack implements FrameSink {

    /** Slower ones hold no speech, faster ones are no recordings for people: studios go up to here. */
    private static final int LEAST_RATE = 8_000;

    private static final int MOST_RATE = 192_000;
    private static final int MOST_CHANNELS = 8;

    private final SampleSink out;
    private int channels;
    private @Nullable Resampler resampler;
    private float[] mono = new float[0];

    MonoTrack(SampleSink out) {
        this.out = out;
    }

    @Override
    public void begin(int rate, int channels) throws IOException {
        if (rate < LEAST_RATE || rate > MOST_RATE || channels < 1 || channels > MOST_CHANNELS) {
            throw new ProblemException(
                    ProblemCode.FILE_TYPE_UNSUPPORTED,
                    "a recording of %d samples a second in %d channels".formatted(rate, channels));
        }
        this.channels = channels;
        this.resampler = new Resampler(rate, Sound.RATE, out);
    }

    @Override
    public void take(float[] interleaved, int frames) throws IOException {
        if (mono.length < frames) {
            mono = new float[frames];
        }
        for (int frame = 0; frame < frames; frame++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += interleaved[frame * channels + channel];
            }
            mono[frame] = sum / channels;
        }
        resampler().take(mono, frames);
    }

    @Override
    public void end() throws IOException {
        resampler().end();
    }

    private Resampler resampler() {
        return Objects.requireNonNull(resampler, "nothing has begun");
    }
}
