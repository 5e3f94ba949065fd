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

class AvailabilityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Availability availability = new Availability(new AvailabilityInMemory());

    @Test
    void whoever_is_new_or_has_always_ended_well_is_counted_on() {
        availability.good("a", NOW);
        assertThat(availability.of("a", NOW)).isEqualTo(1);
        assertThat(availability.of("never seen", NOW)).isEqualTo(1);
    }

    @Test
    void blame_lowers_it_but_never_to_nothing() {
        availability.blamed("a", NOW);
        assertThat(availability.of("a", NOW)).isEqualTo(0.75);
        for (int i = 0; i < 100_000; i++) {
            availability.blamed("a", NOW);
        }
        assertThat(availability.of("a", NOW)).isGreaterThan(0.25).isLessThan(0.2501);
    }

    @Test
    void blame_halves_in_a_week() {
        availability.blamed("a", NOW);
        availability.blamed("a", NOW);
        assertThat(availability.of("a", NOW.plus(Duration.ofDays(7)))).isEqualTo(0.75, within(1e-9));
        assertThat(availability.of("a", NOW.minus(Duration.ofDays(7)))).isEqualTo(0.625, within(1e-9));
    }

    @Test
    void blame_that_was_wrong_is_taken_back_and_no_more_than_it() {
        availability.blamed("a", NOW);
        availability.forgiven("a", NOW.plusSeconds(5));
        availability.forgiven("a", NOW.plusSeconds(5));
        availability.forgiven("never seen", NOW);
        assertThat(availability.of("a", NOW.plusSeconds(5))).isEqualTo(1);
        availability.blamed("a", NOW.plusSeconds(5));
        assertThat(availability.of("a", NOW.plusSeconds(5))).isEqualTo(0.75);
    }

    @Test
    void good_ends_outweigh_an_old_mishap() {
        availability.blamed("a", NOW);
        for (int i = 0; i < 100; i++) {
            availability.good("a", NOW.plusSeconds(i));
        }
        assertThat(availability.of("a", NOW)).isGreaterThan(0.99);
    }

    @Test
    void many_devices_fill_no_memory() {
        for (int i = 0; i <= Availability.REMEMBERED; i++) {
            availability.blamed("d" + i, NOW);
        }
        assertThat(availability.of("d0", NOW)).isEqualTo(1);
        assertThat(availability.of("d1", NOW)).isEqualTo(0.75);
    }

    @Test
    void a_restart_forgets_no_blame(@TempDir Path folder) {
        try (Store store = SqliteStore.open(folder.resolve("test.db"))) {
            Availability before = new Availability(new SqlAvailabilityBook());
            before.blamed("a", NOW);
            before.good("b", NOW);
            store.write(tx -> {
                before.flush(tx, NOW);
                return true;
            });
            Availability after = new Availability(new SqlAvailabilityBook());
            store.read(tx -> {
                after.read(tx, NOW);
                return true;
            });
            assertThat(after.of("a", NOW)).isEqualTo(0.75);
            assertThat(after.of("b", NOW)).isEqualTo(1);
        }
    }
}
