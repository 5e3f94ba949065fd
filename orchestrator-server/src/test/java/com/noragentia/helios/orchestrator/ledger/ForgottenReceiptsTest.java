/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts that nobody will ever sign for. */
class ForgottenReceiptsTest {

    @AutoClose
    private LedgerTrial trial;

    private LogWiring log;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
        log = new LogWiring(trial.store(), SigningKey.generate(new SecureRandom()), trial.clock);
    }

    @Test
    void those_of_a_closed_account_go_and_others_stay() {
        trial.settle("t1", "Ana", "ben", "Ben", 10);
        trial.settle("t2", "Ana", "cleo", "Cleo", 10);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        signed();
        assertThat(due()).hasSize(3);

        log.forgetOld();

        assertThat(due()).containsExactly(1L);
    }

    @Test
    void those_of_more_than_thirty_days_ago_go() {
        trial.settle("t1", "Ana", "ben", "Ben", 10);
        signed();
        trial.pass(Duration.ofDays(29));
        log.forgetOld();
        assertThat(due()).containsExactly(0L);
        trial.settle("t2", "Ana", "ben", "Ben", 10);
        signed();
        trial.pass(Duration.ofDays(2));

        log.forgetOld();

        assertThat(due()).containsExactly(1L);
    }

    private void signed() {
        trial.pass(Duration.ofMinutes(2));
        assertThat(log.log().tend()).isTrue();
    }

    private List<Long> due() {
        return trial.store()
                .read(tx -> tx.statements().list("SELECT idx FROM receipt_due ORDER BY idx", row -> row.getLong(1)));
    }
}
