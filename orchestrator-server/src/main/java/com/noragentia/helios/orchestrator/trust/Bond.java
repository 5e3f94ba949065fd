/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

/** How it is known that two members belong together. */
public enum Bond {
    /** One invited the other: the two are kin, others are not for it, and it ends once the newcomer has a name of its own. */
    INVITED,
    /** A device was one member's and then the other's. */
    SHARED_DEVICE
}
