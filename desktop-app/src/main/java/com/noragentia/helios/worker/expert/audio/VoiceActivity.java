/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import java.util.List;

/** Tells where in a recording somebody may be speaking. Thread-safe. Equal samples give equal spans on every computer. */
interface VoiceActivity {

    /**
     * Where somebody may speak, with a little of what is around it.
     *
     * @param samples 16 bits, {@link com.noragentia.helios.worker.extract.sound.Sound#RATE} a second, one channel
     * @return in their order, with a pause between each two; none where all is silent or even
     */
    List<Span> speech(short[] samples);
}
