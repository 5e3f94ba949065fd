/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

/** Who may ask other members' computers: the setting {@code access}. */
public enum Access {
    /** Whoever's standing says so. */
    CONTRIBUTORS,
    /** Every member, each with the same share: for closed groups. Standing is still told, and decides nothing. */
    EVERYONE
}
