/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/** How many processors the language models of this process may use; a run that has begun keeps what it has. Thread-safe. */
public final class CoreShare {

    private CoreShare() {}

    /** From now on at most so many, of those there are; at least 1. */
    public static void allow(int cores) {
        IdleCores.ofThisComputer().allow(cores);
    }
}
