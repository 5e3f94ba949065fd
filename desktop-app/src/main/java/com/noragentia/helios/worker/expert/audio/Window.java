/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

/**
 * What a model hears at once. Where no pause was found for a cut, two windows overlap, and each answers for its side of the seam.
 *
 * @param sound all of it
 * @param own what it answers for
 */
record Window(Span sound, Span own) {

    static Window whole(Span sound) {
        return new Window(sound, sound);
    }

    boolean isSeamedToNext() {
        return own.to() < sound.to();
    }
}
