/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

/** An attachment that could not be had, or is not the one that was meant. Nobody's fault that is known: another worker may try. */
final class FetchFailure extends Exception {

    private static final long serialVersionUID = 1L;

    FetchFailure(String reason) {
        super(reason);
    }
}
