/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/** Where a prompt may be cut into chunks of two tokens and more without changing a bit of what a graph makes of it. */
enum Cuts {

    /** Wherever one likes. */
    ANYWHERE(1),

    /** At multiples of four tokens: kernels take rows by twos or fours and sum those left over in another order. */
    BY_FOURS(4),

    /** Nowhere that is known of. */
    NOWHERE(0);

    private final int step;

    Cuts(int step) {
        this.step = step;
    }

    /** Tokens of whose multiples a cut may be made at; 0 for none. */
    int step() {
        return step;
    }
}
