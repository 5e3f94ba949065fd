/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.ledger.Credits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counting on a real store. */
class PairWatchTest {

    private final TestClock clock = new TestClock();
    private SqliteStore store;
    private PairWatch watch;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("helios.db"));
        watch = new PairWatch(store, () -> JobEquivalent.REFERENCE, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void write(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private void answered(String requester, String owner, int times) {
        for (int i = 0; i < times; i++) {
            write(tx -> watch.answered(tx, requester, owner, Credits.of(30)));
        }
    }

    private List<PairDay> counted() {
        return store.read(tx -> new PairTable().since(tx, 0));
    }

    private List<Suspicion> suspicions() {
        return store.read(PairWatch::suspicions);
    }

    @Test
    void answers_are_counted_once_and_added_up() {
        answered("ana", "ben", 3);
        write(watch::flush);
        write(watch::flush);
        answered("ana", "ben", 2);
        write(watch::flush);

        assertThat(counted()).singleElement().satisfies(pair -> {
            assertThat(pair.tasks()).isEqualTo(5);
            assertThat(pair.micros()).isEqualTo(150_000_000);
        });
    }

    @Test
    void an_answer_that_was_undone_is_not_counted_and_a_failed_write_is_made_up_for() {
        assertThatThrownBy(() -> store.write(tx -> {
                    watch.answered(tx, "ana", "ben", Credits.of(30));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        answered("ana", "ben", 1);
        assertThatThrownBy(() -> store.write(tx -> {
                    watch.flush(tx);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(counted()).isEmpty();

        write(watch::flush);

        assertThat(counted()).singleElement().extracting(PairDay::tasks).isEqualTo(1L);
    }

    @Test
    void what_is_found_is_kept_for_thirty_days_and_then_forgotten_with_its_counts() {
        for (int i = 0; i < 10; i++) {
            answered("m" + i, "m" + (i + 1), 20);
            answered("m" + i, "m" + (i + 2), 20);
        }
        answered("liar", "accomplice", 60);
        write(watch::flush);
        watch.examine();

        assertThat(suspicions())
                .anySatisfy(suspicion -> assertThat(suspicion.owner()).isEqualTo("accomplice"));

        clock.pass(Duration.ofDays(31));
        watch.examine();
        assertThat(suspicions()).isEmpty();
        assertThat(counted()).isEmpty();
    }

    @Test
    void a_member_who_leaves_is_in_no_statistic() {
        answered("ana", "ben", 1);
        write(watch::flush);
        answered("eva", "ana", 1);

        write(tx -> watch.forget(tx, "ana"));
        write(watch::flush);

        assertThat(counted()).isEmpty();
    }
}
