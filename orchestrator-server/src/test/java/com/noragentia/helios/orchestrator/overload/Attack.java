/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

/** Something that ought to harm. */
interface Attack extends AutoCloseable {

    /** Begins, and returns once it is at full strength. */
    void begin() throws Exception;

    /** What it has done so far, in one line. */
    String figures();

    @Override
    void close();
}
