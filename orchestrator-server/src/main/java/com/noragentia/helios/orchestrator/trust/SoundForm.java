/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * In which form a recording is kept, drawn as devices of members keep theirs: telephones and recorders at the rates of film and of discs, on one
 * channel or two, programs that listen at 16 kHz now and then.
 *
 * @param rate samples a second
 * @param channels 1 or 2
 */
record SoundForm(int rate, int channels) {

    /** What listeners hear in the end, and what the clips are kept in. */
    static final SoundForm PLAIN = new SoundForm(16_000, 1);

    private static final List<SoundForm> USUAL = List.of(
            new SoundForm(48_000, 1),
            new SoundForm(48_000, 2),
            new SoundForm(44_100, 1),
            new SoundForm(44_100, 2),
            PLAIN);

    static SoundForm draw(RandomGenerator random) {
        return Facts.oneOf(USUAL, random);
    }

    int bytesPerFrame() {
        return Short.BYTES * channels;
    }
}
