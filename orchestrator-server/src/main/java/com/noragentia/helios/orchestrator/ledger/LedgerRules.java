/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the books go by (trust.md 3.2 and 3.3). Amounts follow what a usual question costs in this network; only hoards are told in credits.
 *
 * @param maturation how old earned credits are at least before they belong to the owner; zero where all know each other
 * @param costs what a usual question costs here, as of now
 */
public record LedgerRules(Duration maturation, Supplier<JobEquivalent> costs) {

    public static final LedgerRules USUAL = new LedgerRules(Duration.ofHours(6), JobEquivalent.REFERENCE);

    /** In credits whatever models a network has, as its goal says. */
    static final Credits HOARD = Credits.of(20_000);

    static final Duration HOARD_HALF_LIFE = Duration.ofDays(30);
    static final Duration ACTIVITY_HALF_LIFE = Duration.ofDays(7);
    /** Of what was transferred yesterday: so much may be minted today. */
    static final double MINT_SHARE = 0.15;

    /** Share of a newcomer's allowance that must fit under the day's cap, or it waits for another day. */
    static final double LEAST_OF_AN_ALLOWANCE = 0.9;

    /** So many checks show what a computer can do: for its owner's first tier, and for a newcomer's allowance. */
    public static final long CHECKS_OF_A_NEWCOMER = 10;

    private static final double FINE_JOBS = 20;
    private static final double ALLOWANCE_JOBS = 10;
    private static final double MINT_JOBS_PER_ACTIVE_DEVICE = 10;
    private static final double MINT_JOBS_PER_DEVICE = 20;

    public LedgerRules {
        if (maturation.isNegative()) {
            throw new IllegalArgumentException("credits cannot mature before they are earned");
        }
    }

    /** Where a usual question always costs the same. */
    public LedgerRules(Duration maturation, JobEquivalent job) {
        this(maturation, () -> job);
    }

    /** What a usual question costs here. */
    JobEquivalent job() {
        return costs.get();
    }

    /** For a failed check. */
    Credits fine() {
        return job().times(FINE_JOBS);
    }

    /** A newcomer's, to begin with. */
    public Credits allowance() {
        return job().times(ALLOWANCE_JOBS);
    }

    /** So much may be minted in a day for each device that earns on it, if that is more than {@link #MINT_SHARE} of yesterday. */
    Credits mintPerActiveDevice() {
        return job().times(MINT_JOBS_PER_ACTIVE_DEVICE);
    }

    /** The most that may be minted in a day for one device. */
    Credits mintPerDevice() {
        return job().times(MINT_JOBS_PER_DEVICE);
    }
}
