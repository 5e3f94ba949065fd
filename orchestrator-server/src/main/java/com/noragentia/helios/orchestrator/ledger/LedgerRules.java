/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;

/**
 * What the books go by (trust.md 3.2 and 3.3).
 *
 * @param maturation how old earned credits are at least before they belong to the owner; zero where all know each other
 */
public record LedgerRules(Duration maturation) {

    public static final LedgerRules USUAL = new LedgerRules(Duration.ofHours(6));

    /** Twenty usual jobs. */
    static final Credits FINE = Credits.of(600);

    static final Credits HOARD = Credits.of(20_000);
    static final Duration HOARD_HALF_LIFE = Duration.ofDays(30);
    static final Duration ACTIVITY_HALF_LIFE = Duration.ofDays(7);
    /** Of what was transferred yesterday: so much may be minted today. */
    static final double MINT_SHARE = 0.15;
    /** Or so much for each device that earns today, if that is more. */
    static final Credits MINT_PER_ACTIVE_DEVICE = Credits.of(300);

    /** Share of a newcomer's allowance that must fit under the day's cap, or it waits for another day. */
    static final double LEAST_OF_AN_ALLOWANCE = 0.9;

    static final Credits MINT_PER_DEVICE = Credits.of(600);

    public LedgerRules {
        if (maturation.isNegative()) {
            throw new IllegalArgumentException("credits cannot mature before they are earned");
        }
    }
}
