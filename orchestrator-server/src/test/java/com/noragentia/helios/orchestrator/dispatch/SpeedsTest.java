/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Work WORK = new Work(1_000, 100);

    private final Speeds speeds = new Speeds(new SpeedsInMemory());

    @Test
    void what_nobody_has_measured_is_guessed_with_caution() {
        assertThat(speeds.of("a", "m")).isEqualTo(Speed.CAUTIOUS);
    }

    @Test
    void the_newest_figure_counts_a_fifth() {
        speeds.loaded("a", "m", 10_000, NOW);
        speeds.loaded("a", "m", 20_000, NOW);
        speeds.firstPiece("a", "m", WORK, 1_000, NOW);
        speeds.firstPiece("a", "m", WORK, 500, NOW);
        speeds.finished("a", "m", 100, 1_000, NOW);
        speeds.finished("a", "m", 100, 2_000, NOW);
        assertThat(speeds.of("a", "m")).isEqualTo(new Speed(12_000, 1_200, 90, 2));
    }

    @Test
    void an_answer_without_pieces_counts_wholly_as_reading() {
        speeds.finishedAtOnce("a", "m", WORK, 4_000, NOW);
        assertThat(speeds.of("a", "m").prefillPerSecond()).isEqualTo(250);
        assertThat(speeds.of("a", "m").millisFor(WORK)).isLessThan(4_001);
        speeds.finished("a", "m", 10, 1_000, NOW);
        assertThat(speeds.of("a", "m").decodePerSecond()).isEqualTo(10);
    }

    @Test
    void a_device_that_is_new_is_taken_for_a_usual_one() {
        for (int i = 1; i <= 5; i++) {
            speeds.firstPiece("d" + i, "m", WORK, 1_000L * i, NOW);
        }
        assertThat(speeds.of("new", "m").prefillPerSecond()).isEqualTo(1_000 / 3.0, within(0.001));
        assertThat(speeds.of("new", "m").samples()).isZero();
        assertThat(speeds.of("new", "another").prefillPerSecond()).isEqualTo(50);
        speeds.loaded("new", "m", 5_000, NOW);
        assertThat(speeds.of("new", "m").prefillPerSecond()).isEqualTo(1_000 / 3.0, within(0.001));
    }

    @Test
    void figures_that_make_no_sense_change_nothing_or_little() {
        speeds.loaded("a", "m", -5, NOW);
        speeds.firstPiece("a", "m", new Work(-1, -1), 1_000, NOW);
        speeds.firstPiece("a", "m", new Work(0, 0), 0, NOW);
        assertThat(speeds.of("a", "m")).isEqualTo(Speed.CAUTIOUS);
        speeds.firstPiece("a", "m", new Work(Long.MAX_VALUE, 0), 0, NOW);
        speeds.finished("a", "m", Long.MAX_VALUE, Long.MIN_VALUE, NOW);
        assertThat(speeds.of("a", "m").prefillPerSecond()).isEqualTo(1_000_000);
        assertThat(speeds.of("a", "m").decodePerSecond()).isEqualTo(1_000_000);
    }

    @Test
    void many_devices_with_many_models_fill_no_memory() {
        for (int i = 0; i <= Speeds.REMEMBERED; i++) {
            speeds.finishedAtOnce("d" + i, "m" + i, WORK, 1, NOW);
        }
        assertThat(speeds.lastMeasured("d0", "m0")).isEmpty();
        assertThat(speeds.lastMeasured("d1", "m1")).contains(NOW);
    }

    @Test
    void whoever_was_away_for_a_month_is_new() {
        speeds.finishedAtOnce("a", "m", WORK, 4_000, NOW);
        speeds.finishedAtOnce("b", "m", WORK, 8_000, NOW.plus(Duration.ofDays(31)));
        assertThat(speeds.lastMeasured("a", "m")).isEmpty();
        assertThat(speeds.of("a", "m").prefillPerSecond()).isEqualTo(125);
    }

    @Test
    void a_restart_forgets_nothing_that_is_older_than_a_minute(@TempDir Path folder) {
        try (Store store = SqliteStore.open(folder.resolve("test.db"))) {
            Speeds before = new Speeds(new SqlSpeedBook());
            before.finishedAtOnce("a", "m", WORK, 4_000, NOW);
            flush(store, before, NOW);
            before.finishedAtOnce("b", "m", WORK, 2_000, NOW.plusSeconds(1));
            flush(store, before, NOW.plusSeconds(59));
            assertThat(read(store, NOW).lastMeasured("b", "m")).isEmpty();
            flush(store, before, NOW.plusSeconds(60));

            Speeds after = read(store, NOW);
            assertThat(after.of("a", "m")).isEqualTo(before.of("a", "m"));
            assertThat(after.of("b", "m")).isEqualTo(before.of("b", "m"));
            assertThat(after.lastMeasured("b", "m")).contains(NOW.plusSeconds(1));

            Instant later = NOW.plus(Duration.ofDays(31));
            flush(store, read(store, later), later);
            assertThat(read(store, NOW).lastMeasured("a", "m")).isEmpty();
        }
    }

    private static void flush(Store store, Speeds speeds, Instant now) {
        store.write(tx -> {
            speeds.flush(tx, now);
            return true;
        });
    }

    private static Speeds read(Store store, Instant now) {
        Speeds speeds = new Speeds(new SqlSpeedBook());
        return store.read(tx -> {
            speeds.read(tx, now);
            return speeds;
        });
    }
}
