/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/** Where tokens go as they are written. Called by one thread at a time, which is the one that asked. */
public interface TokenSink {

    /** So many tokens of the prompt are read. */
    void reading(int done, int total);

    /** The next token; false ends the answer with it. */
    boolean token(int token);
}
