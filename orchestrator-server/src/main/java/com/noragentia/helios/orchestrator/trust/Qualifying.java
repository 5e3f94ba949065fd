/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.ErrandDesk;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.QualificationStatus.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * "Qualify now": as many canaries one after the other as a newcomer needs, once in a device's life (trust.md 3.5). Nobody is told which of its
 * tasks they are. Thread-safe.
 */
final class Qualifying {

    /** Checks that a newcomer passes to become provisional: trust.md 3.4. */
    static final int NEEDED = (int) LedgerRules.CHECKS_OF_A_NEWCOMER;
    /** Canaries of a run may come to nothing so often, since the computer was needed or the connection broke. */
    static final int MOST_WASTED = 10;
    /** For so long a run goes on after it was asked for last; it is asked for again by the same request. */
    static final Duration WISH = Duration.ofDays(1);

    private final Store store;
    private final Trust trust;
    private final QualificationTable runs;
    private final ErrandDesk errands;
    private final Clock clock;

    Qualifying(Store store, Trust trust, QualificationTable runs, ErrandDesk errands, Clock clock) {
        this.store = store;
        this.trust = trust;
        this.runs = runs;
        this.errands = errands;
        this.clock = clock;
    }

    /** Begins the run of a device, unless it had one; goes on with one that is not over. */
    QualificationStatus ask(String device) {
        return store.write(tx -> {
            runs.ask(tx, device, new QualificationTable.Run(NEEDED, MOST_WASTED), clock.instant());
            return status(tx, device);
        });
    }

    QualificationStatus status(String device) {
        return store.read(tx -> status(tx, device));
    }

    private QualificationStatus status(Transaction tx, String device) {
        Optional<QualificationTable.Run> run = runs.find(tx, device);
        long passed = trust.ofDevice(tx, device).passed();
        int left = run.filter(QualificationTable.Run::isOpen)
                .map(QualificationTable.Run::toJudge)
                .orElse(0);
        return new QualificationStatus(
                passed, NEEDED, left, run.map(known -> stage(known, device)).orElse(Stage.UNASKED));
    }

    private Stage stage(QualificationTable.Run run, String device) {
        if (!run.isOpen()) {
            return Stage.OVER;
        }
        return errands.isThere(device) ? Stage.RUNNING : Stage.WAITING;
    }
}
