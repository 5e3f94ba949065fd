/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Units that share one commit, and the closing steps they asked for. Not thread-safe. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private static final int TRIALS = 3;

    private final WriterConnection connection;
    private final List<UnitResult> results = new ArrayList<>();

    Batch(WriterConnection connection) {
        this.connection = connection;
    }

    /** Runs the units and commits; then each caller is told, in order. */
    void commit(List<PendingUnit<?>> units) {
        int begun = 0;
        try {
            begin();
            for (PendingUnit<?> unit : units) {
                results.add(unit.run(connection));
                begun++;
            }
            close();
            connection.commit();
        } catch (Throwable e) {
            LOG.error("a commit of {} units failed", units.size(), e);
            rollBack();
            results.reversed().forEach(result -> result.lost(e)); // each is undone before what it stood on
            units.subList(begun, units.size()).forEach(unit -> unit.fail(e));
            return;
        }
        results.forEach(UnitResult::committed);
    }

    /** Another program may hold the file for longer than SQLite waits: what was queued is too good to be dropped for that. */
    private void begin() {
        for (int trial = 1; trial < TRIALS; trial++) {
            try {
                connection.beginCommit();
                return;
            } catch (StatementFailure e) {
                LOG.warn("the store is busy: {}", e.getMessage());
            }
        }
        connection.beginCommit();
    }

    private void close() {
        Set<ClosingStep> steps = Collections.newSetFromMap(new IdentityHashMap<>());
        for (UnitResult result : results) {
            for (ClosingStep step : result.tx().closingSteps()) { // most ask for the same
                steps.add(step);
            }
        }
        for (ClosingStep step : steps) {
            PendingUnit<Boolean> unit = new PendingUnit<>(
                    tx -> {
                        step.run(tx);
                        return true;
                    },
                    false);
            UnheardFailure.log("a closing step", unit.result());
            results.add(unit.run(connection));
        }
    }

    private void rollBack() {
        try {
            connection.rollBack();
        } catch (RuntimeException e) { // SQLite has often rolled back by itself
            LOG.warn("nothing to roll back: {}", e.getMessage());
        }
    }
}
