/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

/**
 * What a model was to take of the memory, beside what it took. Models are opened one after the other, so that the growth of the process, less that
 * of the keys and values of others that answer meanwhile, is that of one model. The pages that Java itself came to use are counted too: it is
 * said too high then, and too low if another gives memory back meanwhile. Pages that a file backs are not in it. Pure.
 *
 * @param reserved bytes set aside before it was opened
 * @param grown bytes by which the process grew while it was opened
 * @param beside bytes by which the keys and values of other models grew meanwhile. What they gave back is not made up for: the process need not
 *     have given it back to the system
 * @param later bytes that it will take while it works, such as keys and values
 */
record TakenMemory(long reserved, long grown, long beside, long later) {

    /** So much more may be Java's own, or the allocator's. */
    static final long TOLERANCE_BYTES = 64L << 20;

    /** Or so much of what was set aside, where that is more: an estimate is one. */
    static final double TOLERANCE_SHARE = 0.125;

    /** Bytes by which the process grew for the model. */
    long own() {
        return Math.max(0, grown - Math.max(0, beside));
    }

    boolean isTooMuch() {
        return own() + later > reserved + Math.max(TOLERANCE_BYTES, (long) (TOLERANCE_SHARE * reserved));
    }

    /** Bytes to set aside from now on. What was not taken stays set aside: runs take memory as well. */
    long toSetAside() {
        return isTooMuch() ? own() + later : reserved;
    }
}
