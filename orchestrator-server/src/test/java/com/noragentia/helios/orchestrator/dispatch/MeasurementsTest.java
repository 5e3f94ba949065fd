/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Work WORK = new Work(100, 100);

    private final Speeds speeds = new Speeds(new SpeedsInMemory());
    private final Measurements measurements = new Measurements(speeds, new Availability(new AvailabilityInMemory()));

    private static Lease lease(String id) {
        Holder holder = new Holder("device", "owner", "name", "session");
        Duration length = Duration.ofMinutes(1);
        return new Lease(
                id,
                "task",
                "job",
                "member",
                Expert.CHAT,
                holder,
                "model",
                1,
                NOON,
                NOON,
                length,
                NOON.plus(length),
                Lease.Mark.NONE,
                Lease.Stored.NOTHING);
    }

    private void piece(Lease lease, long afterMillis) {
        measurements.piece(lease, WORK, 0, Optional.of(NOON), NOON.plusMillis(afterMillis));
    }

    @Test
    void of_a_lease_that_ended_without_an_answer_nothing_is_kept() {
        for (int i = 0; i < 1_000; i++) {
            Lease lease = lease("lease" + i);
            piece(lease, 100);
            assertThat(measurements.begun()).isEqualTo(1);
            measurements.ended(lease);
        }
        assertThat(measurements.begun()).isZero();
    }

    @Test
    void of_a_lease_that_was_answered_nothing_is_kept() {
        Lease lease = lease("lease");
        piece(lease, 100);
        measurements.finished(lease, WORK, Optional.of(NOON), NOON.plusMillis(200));
        assertThat(measurements.begun()).isZero();
    }

    @Test
    void only_the_first_piece_of_a_lease_says_how_fast_its_worker_reads() {
        piece(lease("lease"), 100);
        double once = speeds.of("device", "model").prefillPerSecond();
        piece(lease("lease"), 50_000);
        assertThat(speeds.of("device", "model").prefillPerSecond()).isEqualTo(once);
    }
}
