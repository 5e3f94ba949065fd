/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

/** A worker said what may not be said now. Its message is the reason the worker is told. */
final class Breach extends Exception {

    private static final long serialVersionUID = 1L;

    Breach(String reason) {
        super(reason);
    }
}
