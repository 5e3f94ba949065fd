/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;

/**
 * What the first entries came to, accounts apart: saves reading them all at each start.
 *
 * @param entries how many
 */
record Snapshot(long entries, Credits burn, Credits treasury, Credits mint, MintingDay.Stored minting) {

    /** Of no entries. */
    static final Snapshot NOTHING = new Snapshot(
            0,
            Credits.ZERO,
            Credits.ZERO,
            Credits.ZERO,
            new MintingDay.Stored(0, Credits.ZERO, Credits.ZERO, Credits.ZERO));

    /** What one of the three accounts had that belong to nobody. */
    Credits of(Account.House house) {
        return switch (house) {
            case BURN -> burn;
            case TREASURY -> treasury;
            case MINT -> mint;
        };
    }
}
