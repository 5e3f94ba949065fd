/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

/** A model that does not load or run on this computer. The message is for the log: it names files and causes, never a member's text. */
public final class ModelFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public ModelFailure(String reason, Throwable cause) {
        super(reason, cause);
    }

    public ModelFailure(String reason) {
        super(reason);
    }
}
