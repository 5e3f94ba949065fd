/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

/**
 * A piece of a recording, in samples from its beginning.
 *
 * @param from the first
 * @param to the one after the last
 */
record Span(int from, int to) {

    int length() {
        return to - from;
    }

    int middle() {
        return (from + to) >>> 1;
    }
}
