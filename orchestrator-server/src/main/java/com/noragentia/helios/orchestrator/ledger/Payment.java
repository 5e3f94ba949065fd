/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/**
 * What a task cost who asked for it, and what it gave who answered.
 *
 * @param cost with what is burned; nothing where nothing was recorded
 * @param earned by the device: the cost without what is burned
 * @param isFirst whether this call recorded it; false for a task that had been paid, and where nothing was recorded
 */
public record Payment(Credits cost, Credits earned, boolean isFirst) {

    public static final Payment NOTHING = new Payment(Credits.ZERO, Credits.ZERO, false);
}
