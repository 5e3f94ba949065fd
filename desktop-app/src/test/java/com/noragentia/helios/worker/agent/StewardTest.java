/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.computer.Computer;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.worker.policy.PolicyFiles;
import com.noragentia.helios.worker.policy.Preference;
import com.noragentia.helios.worker.policy.Preferences;
import com.noragentia.helios.worker.policy.Wish;
import com.noragentia.helios.worker.policy.WorkerState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wished and set reaches who acts on it, on this computer and in its own time. */
class StewardTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Preferences ALWAYS = Preferences.USUAL.with(Preference.WORK, "always");

    @TempDir
    private Path folder;

    private final List<WorkerState> heeded = new CopyOnWriteArrayList<>();
    private final List<Integer> cores = new CopyOnWriteArrayList<>();
    private final AtomicInteger tasks = new AtomicInteger();
    private PolicyFiles files;

    @BeforeEach
    void begin() throws IOException {
        files = new PolicyFiles(new DataFolder(folder).create());
    }

    private Steward steward(Consumer<WorkerState> heeds) {
        return new Steward(
                files,
                ALWAYS,
                Computer.ofThisProcess(folder, false, Map.of()),
                tasks::get,
                heeds,
                cores::add,
                Clock.systemUTC());
    }

    @Test
    void a_wish_is_heeded_within_two_seconds_and_told_in_a_file_while_the_worker_lives() throws IOException {
        try (Steward steward = steward(heeded::add)) {
            steward.glance();
            steward.begin();
            assertThat(heeded).containsExactly(new WorkerState.Ready());
            assertThat(cores).containsExactly(Runtime.getRuntime().availableProcessors());

            files.wish(new Wish.Pause(null));
            await().atMost(AT_ONCE).until(() -> heeded.size() == 2);
            assertThat(heeded.getLast()).isEqualTo(new WorkerState.Paused(null));
            assertThat(files.told().orElseThrow().state()).isEqualTo(new WorkerState.Paused(null));

            files.wish(new Wish.Contribute());
            await().atMost(AT_ONCE).until(() -> heeded.size() == 3);
            tasks.set(2);
            await().atMost(AT_ONCE).until(() -> heeded.getLast().equals(new WorkerState.Working(2)));
        }
        assertThat(files.told()).isEmpty();
    }

    @Test
    void what_is_set_goes_before_what_is_usual() throws IOException {
        try (Steward steward = steward(heeded::add)) {
            int other = (LocalTime.now(ZoneOffset.UTC).getHour() + 12) % 24;
            files.keep(Preferences.USUAL
                    .with(Preference.WORK, "considerate")
                    .with(Preference.HOURS, "mon-sun " + other + "-" + (other + 1)));
            steward.glance();
            assertThat(heeded.getLast()).isInstanceOf(WorkerState.Idle.class);
        }
    }

    @Test
    void a_fault_of_whoever_acts_does_not_end_the_looking() throws IOException {
        AtomicInteger told = new AtomicInteger();
        try (Steward steward = steward(state -> {
            told.incrementAndGet();
            throw new IllegalStateException("on purpose");
        })) {
            steward.begin();
            await().atMost(AT_ONCE).until(() -> told.get() == 1);
            files.wish(new Wish.Pause(null));
            await().atMost(AT_ONCE).until(() -> told.get() == 2);
        }
    }

    @Test
    void a_worker_beside_a_window_is_considerate_and_one_alone_always_works_unless_told() {
        assertThat(UsualPolicy.of(true, Map.of()).value(Preference.WORK)).isEqualTo("considerate");
        assertThat(UsualPolicy.of(false, Map.of()).value(Preference.WORK)).isEqualTo("always");
        assertThat(UsualPolicy.of(true, Map.of(UsualPolicy.VARIABLE, "always")).value(Preference.WORK))
                .isEqualTo("always");
        assertThat(UsualPolicy.of(false, Map.of(UsualPolicy.VARIABLE, "nonsense"))
                        .value(Preference.WORK))
                .isEqualTo("always");
    }
}
