/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Contributions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Books in which every figure is something. Ben's is the first account, Ana's the second; ben is the first device. */
abstract class FullBooks {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    LedgerTrial trial;

    /** Books in which every figure is something, with all their entries in the snapshot. */
    @BeforeEach
    void write(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
        trial.mint("k0", "ben", "Ben", 15);
        trial.settle("t1", "Ana", "ben", "Ben", 60_000);
        trial.settle("t2", "Ana", "cleo", "Cleo", 900);
        trial.settle("t3", "Cleo", "ana", "Ana", 30);
        trial.pass(Duration.ofHours(7));
        trial.passed("c1", "ben");
        trial.settle("t4", "Ana", "ben", "Ben", 12);
        trial.compensate(3);
        trial.failed("c2", "cleo", "Cleo");
        trial.allow("Cleo", "cleo", 100);
        trial.pass(Duration.ofDays(1));
        trial.tend();
        trial.settle("t5", "Ana", "ben", "Ben", 7);
        trial.mint("k1", "ben", "Ben", 20);
        trial.settle("t6", "Ana", "dora", "Dora", 5);
        trial.run(tx -> trial.ledger().close(tx, "Dora"));
        trial.passed("c3", "ben");
        snapshot();
    }

    final void snapshot() {
        trial.pass(Clerk.BETWEEN_SNAPSHOTS);
        trial.tend();
    }

    @AfterEach
    void close() {
        trial.close();
    }

    final LedgerVerdict verdict() throws IOException {
        try (LedgerSource source = new SqlLedgerSource(trial.database(), Optional.empty())) {
            return LedgerVerification.of(source, 1);
        }
    }

    final void damage(String sql) {
        int rows = trial.<Integer>write(tx -> tx.statements().update(sql));
        assertThat(rows).as(sql).isPositive();
    }

    final List<Contributions> told() {
        return List.of("Ana", "Ben", "Cleo", "Dora").stream()
                .map(member -> trial.write(tx ->
                        trial.ledger().contributions(tx, member, FIRST, FIRST.plusDays(9), (_, _) -> Instant.EPOCH)))
                .toList();
    }
}
