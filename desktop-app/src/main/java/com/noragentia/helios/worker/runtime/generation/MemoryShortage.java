/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.expert.ModelFailure;

/**
 * Whether memory was short for once, or always is. Once, it is free again after all sequences are forgotten, and the model goes on; a model that
 * never gets what it needs must go, or each new question would be lost to it. Not thread-safe.
 */
final class MemoryShortage {

    /** In a row, with no token computed between them. */
    static final int MOST = 3;

    private int inARow;

    /** Memory was short; says what is told to those whose answers are lost. */
    ModelFailure met() {
        inARow++;
        return inARow < MOST
                ? ModelFailure.ofTask("there was no memory for the answer")
                : new ModelFailure("there is no memory for answers, %d times in a row".formatted(inARow));
    }

    /** Something was computed. */
    void over() {
        inARow = 0;
    }
}
