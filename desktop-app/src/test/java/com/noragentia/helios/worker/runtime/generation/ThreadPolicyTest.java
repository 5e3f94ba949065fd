/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadPolicyTest {

    @ParameterizedTest
    @CsvSource({
        // allowed, cores, others busy, now, threads
        "2, 2, 0.0, 2, 2", // alone
        "2, 2, 0.3, 2, 2", // a little elsewhere
        "2, 2, 1.0, 2, 1", // one busy program
        "2, 2, 2.0, 2, 1", // at least one
        "2, 2, 0.1, 1, 2", // alone again
        "2, 2, 0.3, 1, 1", // but not at the first sign of it
        "8, 8, 2.5, 8, 5",
        "8, 8, 2.5, 4, 5",
        "8, 8, 7.9, 3, 1",
        "2, 16, 3.0, 2, 2", // a container with few of many cores
        "4, 4, 9.0, 4, 1" // nonsense does no harm
    })
    void one_thread_for_each_core_that_nobody_wants(int allowed, int cores, double others, int now, int threads) {
        assertThat(ThreadPolicy.threads(allowed, cores, others, now)).isEqualTo(threads);
    }

    @Test
    void what_others_did_is_read_from_the_kernels_ticks() {
        List<String> first =
                List.of("cpu  100 10 50 1000 40 0 0 0 0 0", "cpu0 50 5 25 500 20 0 0 0 0 0", "cpu1 1 1 1 1 1");
        List<String> second =
                List.of("cpu  180 20 70 1080 50 0 0 0 0 0", "cpu0 50 5 25 500 20 0 0 0 0 0", "cpu1 1 1 1 1 1");
        String own = "42 (a (nasty) name) S 1 42 42 0 -1 4 1 0 0 0 %d %d 0 0 20";
        ProcessorTimes before = ProcessorTimes.parse(first, own.formatted(10, 10));
        ProcessorTimes after = ProcessorTimes.parse(second, own.formatted(60, 20));

        assertThat(before).isEqualTo(new ProcessorTimes(160, 1200, 20, 2));
        // 110 ticks were busy of 200, 60 of them ours: half a core of two.
        assertThat(after.othersBusySince(before)).isEqualTo(0.5, within(1e-9));
        assertThat(after.othersBusySince(after)).isZero();
    }

    @Test
    void this_computer_tells() {
        ProcessorTimes now = ProcessorTimes.now().orElseThrow();

        assertThat(now.cores()).isPositive();
        assertThat(now.busy()).isBetween(now.own(), now.all());
    }

    @Test
    void what_was_a_while_ago_does_not_count() {
        AtomicLong nanos = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        ProcessorTimes[] seen = {
            new ProcessorTimes(0, 0, 0, 2),
            new ProcessorTimes(150_000, 200_000, 0, 2),
            new ProcessorTimes(150_000, 200_200, 0, 2)
        };
        IdleCores cores = new IdleCores(2, () -> Optional.of(seen[asked.getAndIncrement()]), nanos::get);

        nanos.addAndGet(1_000_000_000_000L);
        assertThat(cores.getAsInt()).as("busy hours ago").isEqualTo(2);
        nanos.addAndGet(1_000_000_000);
        assertThat(cores.getAsInt()).isEqualTo(2);
    }

    @Test
    void it_looks_on_its_own_too() {
        AtomicInteger asked = new AtomicInteger();
        AtomicLong nanos = new AtomicLong();
        IdleCores cores = new IdleCores(
                2,
                () -> {
                    asked.incrementAndGet();
                    return ProcessorTimes.now();
                },
                () -> nanos.addAndGet(1_000_000_000));

        cores.watch(Duration.ofMillis(1));

        Awaitility.await().until(() -> asked.get() > 3);
        assertThat(IdleCores.ofThisComputer()).isSameAs(IdleCores.ofThisComputer());
    }

    @Test
    void the_number_is_decided_anew_each_second() {
        AtomicLong nanos = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        ProcessorTimes[] seen = {
            new ProcessorTimes(0, 0, 0, 2), new ProcessorTimes(150, 200, 50, 2), new ProcessorTimes(155, 400, 55, 2)
        };
        IdleCores cores = new IdleCores(2, () -> Optional.of(seen[asked.getAndIncrement()]), nanos::get);

        assertThat(cores.getAsInt()).isEqualTo(2);
        nanos.addAndGet(1_000_000_000);
        assertThat(cores.getAsInt()).as("beside a busy program").isEqualTo(1);
        nanos.addAndGet(999_999_999);
        assertThat(cores.getAsInt()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(cores.getAsInt()).as("alone again").isEqualTo(2);
        assertThat(asked).hasValue(3);
    }
}
