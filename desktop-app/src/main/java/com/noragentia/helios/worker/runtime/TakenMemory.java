/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

/**
 * What a model was to take of the memory, beside what it took. Models are opened one after the other, so that the growth of the process is
 * that of one model; what others that answer meanwhile take more is counted too, as are the pages that Java itself came to use: it is
 * said too high then, and too low if another gives memory back meanwhile. Pages that a file backs are not in it. Pure.
 *
 * @param reserved bytes set aside before it was opened
 * @param grown bytes by which the process grew while it was opened
 * @param later bytes that it will take while it works, such as keys and values
 */
record TakenMemory(long reserved, long grown, long later) {

    /** So much more may be Java's own, or the allocator's. */
    static final long TOLERANCE_BYTES = 64L << 20;

    /** Or so much of what was set aside, where that is more: an estimate is one. */
    static final double TOLERANCE_SHARE = 0.125;

    boolean isTooMuch() {
        return grown + later > reserved + Math.max(TOLERANCE_BYTES, (long) (TOLERANCE_SHARE * reserved));
    }

    /** Bytes to set aside from now on. What was not taken stays set aside: runs take memory as well. */
    long toSetAside() {
        return isTooMuch() ? grown + later : reserved;
    }
}
