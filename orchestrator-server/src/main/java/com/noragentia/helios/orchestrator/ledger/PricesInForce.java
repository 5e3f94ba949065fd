/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import java.util.function.Supplier;

/**
 * The prices of this moment, with what a usual question costs by them: one source for all who reckon, as what is pinned or taken away while the
 * program runs changes both. Thread-safe; renewed in a unit of the store's writer, so that no unit sees two tables.
 */
public final class PricesInForce implements Supplier<PriceTable> {

    private record Prices(PriceTable table, JobEquivalent job) {}

    private volatile Prices current;

    public PricesInForce(PriceTable first) {
        this.current = new Prices(first, first.job());
    }

    @Override
    public PriceTable get() {
        return current.table();
    }

    /** What a usual question costs. */
    public JobEquivalent job() {
        return current.job();
    }

    public void renew(PriceTable next) {
        current = new Prices(next, next.job());
    }
}
