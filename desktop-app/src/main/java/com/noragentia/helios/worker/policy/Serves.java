/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

/** Whose questions a worker takes. */
public enum Serves {
    EVERYBODY,
    /** Its own member's. */
    OWN,
    NOBODY
}
