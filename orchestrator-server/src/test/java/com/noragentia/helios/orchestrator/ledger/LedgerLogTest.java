/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.WrittenLedger;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerLogTest {

    private static final String SOMEBODY = "0123456789abcdef0123456789abcdef";

    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final TestClock clock = new TestClock();
    private Store store;
    private WrittenLedger ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("helios.db"));
        ledger = new WrittenLedger(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private LogWiring log() {
        return new LogWiring(store, key, clock);
    }

    @Test
    void an_empty_ledger_has_a_checkpoint() {
        SignedCheckpoint checkpoint = log().log().checkpoint();

        assertThat(checkpoint.size()).isZero();
        assertThat(checkpoint.root()).isEqualTo(TreeHash.EMPTY);
    }

    @Test
    void a_checkpoint_is_signed_after_a_minute_or_1024_entries() {
        LedgerLog log = log().log();
        assertThat(log.tend()).isTrue();
        ledger.tasks(SOMEBODY, 1_023);
        assertThat(log.tend()).isFalse();
        ledger.tasks(SOMEBODY, 1);
        assertThat(log.tend()).isTrue();
        assertThat(log.checkpoint().size()).isEqualTo(1_024);
        ledger.tasks(SOMEBODY, 1);
        clock.pass(Duration.ofSeconds(59));
        assertThat(log.tend()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(log.tend()).isTrue();
        assertThat(log.checkpoint().size()).isEqualTo(1_025);
        clock.pass(Duration.ofHours(1));
        assertThat(log.tend()).as("nothing is new").isFalse();
    }

    @Test
    void checkpoints_go_on_from_each_other_across_restarts() {
        SignedCheckpoint earlier = log().log().checkpoint();
        for (int entries : new int[] {1, 254, 2, 700, 5_000}) {
            ledger.tasks(SOMEBODY, entries);
            clock.pass(Duration.ofMinutes(1));
            LedgerLog log = log().log();
            assertThat(log.tend()).isTrue();
            SignedCheckpoint later = log.checkpoint();

            assertThat(SignedCheckpoint.open(later.note(), key.verifyingKey())).contains(later);
            assertThat(log.consistency(earlier.size(), later.size()).holds(earlier.root(), later.root()))
                    .isTrue();
            assertThat(log.inclusion(later.size() - 1, later.size()).holds(leaf(log, later.size() - 1), later.root()))
                    .isTrue();
            earlier = later;
        }
    }

    private static TreeHash leaf(LedgerLog log, long index) {
        return TreeHash.leaf(log.entries(index, index + 1, 1).getFirst().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_is_signed_over_a_ledger_that_was_changed() {
        ledger.tasks(SOMEBODY, 300);
        log().log().tend();
        WrittenLedger.rewrite(store, 290, "1700000000290", "1700000000291");
        ledger.tasks(SOMEBODY, 2_000);
        LedgerLog log = log().log();

        assertThat(log.tend()).isFalse();
        assertThat(log.checkpoint().size()).isEqualTo(300);
    }

    @Test
    void nothing_is_signed_over_a_ledger_that_lost_entries() {
        ledger.tasks(SOMEBODY, 300);
        log().log().tend();
        store.write(tx -> tx.statements().update("DELETE FROM ledger_entry WHERE idx > 280"));
        LogWiring wiring = log();
        LedgerLog log = wiring.log();

        assertThat(log.tend()).isFalse();
        assertThat(wiring.receipts().next("device", 0)).as("workers work on").isEmpty();
        assertThatThrownBy(() -> log.inclusion(290, 300)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_proof_reaches_beyond_the_newest_checkpoint() {
        LedgerLog log = log().log();
        ledger.tasks(SOMEBODY, 3);
        log.tend();
        ledger.tasks(SOMEBODY, 3);
        log.tend();

        assertThat(log.checkpoint().size()).isEqualTo(3);
        assertThatThrownBy(() -> log.inclusion(3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.consistency(2, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.consistency(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
