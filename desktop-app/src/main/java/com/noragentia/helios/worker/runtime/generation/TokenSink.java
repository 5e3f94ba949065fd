/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/** Where tokens go as they are written. Called by one thread at a time, which is the one that asked. */
public interface TokenSink {

    /**
     * So many of the tokens that were given are in: of the prompt, and of what was written before. While there is no room for the answer beside
     * others, {@code total} is 0, and {@code done} grows as they get on.
     */
    void reading(int done, int total);

    /** The next token; false ends the answer with it. */
    boolean token(int token);
}
