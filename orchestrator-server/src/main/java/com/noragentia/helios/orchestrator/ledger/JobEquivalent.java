/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Burn;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.ledger.Price;
import java.util.Optional;

/**
 * What a usual question costs in a network: the measure of tiers, debts, allowances, caps and fines, so that they mean the same whether its
 * models are tiny or large (trust.md §3.2). It follows from the price table in force and the operator's choice of models alone. Immutable.
 */
public record JobEquivalent(Credits credits) {

    /** The usual question: 300 tokens asked, 200 answered. */
    static final Measure USUAL = new Measure(300, 200, 0, 0, 0);

    /** With the reference's model of 3,000 million parameters in 4 bits; also where no model that converses has a price. */
    public static final JobEquivalent REFERENCE = new JobEquivalent(Credits.of(30));

    /** Burned for each task, at least. */
    private static final double LEAST_BURN_JOBS = 1.0 / 60;

    public JobEquivalent {
        if (!credits.isPositive()) {
            throw new IllegalArgumentException("a usual question that costs nothing measures nothing");
        }
    }

    /** With a model of this price; empty where its answers cost nothing. */
    static Optional<JobEquivalent> of(Price price) {
        return Optional.of(price.of(USUAL)).filter(Credits::isPositive).map(JobEquivalent::new);
    }

    /** What so many usual questions cost. */
    public Credits times(double jobs) {
        return credits.times(jobs);
    }

    Credits leastBurn() {
        return times(LEAST_BURN_JOBS);
    }

    /** What is burned beside work. */
    public Burn burn() {
        return new Burn(leastBurn());
    }
}
