/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.task.Expert;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many questions a day, whatever happens in between. */
class JobsTodayTest {

    private final TestClock clock = new TestClock();
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final JobTable jobs = new JobTable();
    private SqliteStore store;
    private JobsToday today;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("helios.db"));
        today = new JobsToday(jobs, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void accept(Transaction tx, boolean ownOnly) {
        NewJob job = new NewJob(
                secrets.id(clock.instant()),
                "ana",
                Expert.CHAT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        if (!ownOnly) {
            today.accepted(tx, "ana");
        }
        jobs.add(tx, job, 1, ownOnly, 0, clock.instant());
    }

    private void accept(boolean ownOnly) {
        store.write(tx -> {
            accept(tx, ownOnly);
            return true;
        });
    }

    private int count() {
        return store.write(tx -> today.of(tx, "ana"));
    }

    @Test
    void a_restart_forgets_none_and_counts_none_twice() {
        accept(false);
        accept(false);
        assertThat(count()).isEqualTo(2);

        today = new JobsToday(jobs, clock);

        assertThat(count()).isEqualTo(2);
        accept(false);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void what_own_devices_serve_and_what_others_ask_is_not_counted() {
        accept(true);
        assertThat(count()).isZero();

        today = new JobsToday(jobs, clock);

        assertThat(count()).isZero();
        accept(false);
        assertThat(store.<Integer>write(tx -> today.of(tx, "ben"))).isZero();
    }

    @Test
    void a_new_day_begins_at_midnight() {
        accept(false);
        clock.pass(Duration.ofHours(12).minusMillis(1)); // it was noon
        assertThat(count()).isEqualTo(1);

        clock.pass(Duration.ofMillis(1));

        assertThat(count()).isZero();
        accept(false);
        today = new JobsToday(jobs, clock);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_job_that_was_undone_is_not_counted() {
        accept(false);
        assertThatThrownBy(() -> store.write(tx -> {
                    accept(tx, false);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(count()).isEqualTo(1);
    }
}
