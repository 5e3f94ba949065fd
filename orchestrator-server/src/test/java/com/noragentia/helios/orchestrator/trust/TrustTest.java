/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door through which every result of a check comes in. */
class TrustTest {

    private final TestClock clock = new TestClock();
    private final RewardsHeard rewards = new RewardsHeard();
    private final Trust trust = new Trust(rewards, Kinship.NONE, clock);

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void opens() {
        store = SqliteStore.open(folder.resolve("helios.db"));
    }

    @AfterEach
    void closes() {
        store.close();
    }

    private void judged(String id, String device, String model, boolean passed) {
        judged(id, device, "ana", model, passed);
    }

    private void judged(String id, String device, String owner, String model, boolean passed) {
        store.write(tx -> {
            trust.judged(tx, new AuditResult(id, device, owner, model, passed, clock.instant()));
            return true;
        });
    }

    private Reputation ofMember() {
        return store.read(tx -> trust.ofMember(tx, "ana"));
    }

    private Reputation ofDevice(String device) {
        return store.read(tx -> trust.ofDevice(tx, device));
    }

    @Test
    void nobody_is_known_at_first() {
        assertThat(ofMember().passed()).isZero();
        assertThat(ofMember().lowerBound()).isCloseTo(0.05, within(1e-9));
        assertThat(ofMember().convictedAt()).isEmpty();
    }

    @Test
    void the_books_hear_of_every_check() {
        judged("1", "laptop", "m", true);
        judged("2", "laptop", "m", false);

        assertThat(rewards.heard()).containsExactly("passed laptop", "failed laptop of ana");
    }

    @Test
    void the_same_check_twice_counts_once() {
        judged("1", "laptop", "m", true);
        judged("1", "laptop", "m", true);
        judged("1", "laptop", "m", false);

        assertThat(rewards.heard()).containsExactly("passed laptop");
        assertThat(ofDevice("laptop").passed()).isEqualTo(1);
        assertThat(ofDevice("laptop").convictedAt()).isEmpty();
    }

    @Test
    void a_device_is_judged_by_all_its_models() {
        for (int i = 0; i < 7; i++) {
            judged("a" + i, "laptop", "reads", true);
            judged("b" + i, "laptop", "talks", true);
        }

        assertThat(ofDevice("laptop").passed()).isEqualTo(14);
        assertThat(ofDevice("laptop").lowerBound()).isGreaterThan(0.80);
    }

    @Test
    void a_member_has_the_name_of_the_best_device_and_the_convictions_of_all() {
        for (int i = 0; i < 13; i++) {
            judged("a" + i, "laptop", "m", true);
        }
        clock.pass(Duration.ofDays(1));
        judged("b", "tower", "m", false);

        assertThat(ofMember().passed()).isEqualTo(13);
        assertThat(ofMember().lowerBound()).isGreaterThan(0.79);
        assertThat(ofMember().convictedAt()).contains(clock.instant());
        assertThat(ofDevice("laptop").convictedAt()).isEmpty();
    }

    @Test
    void checks_passed_by_all_devices_count_together() {
        for (int i = 0; i < 12; i++) {
            judged("a" + i, "laptop", "m", true);
        }
        judged("b", "laptop", "m", false);
        for (int i = 0; i < 3; i++) {
            judged("c" + i, "tower", "m", true);
        }

        assertThat(ofMember().passed()).isEqualTo(15);
        assertThat(ofMember().lowerBound()).isEqualTo(ofDevice("tower").lowerBound());
    }

    @Test
    void a_name_survives_a_restart() {
        judged("1", "laptop", "m", true);
        judged("2", "laptop", "m", false);
        Reputation before = ofDevice("laptop");

        store.close();
        store = SqliteStore.open(folder.resolve("helios.db"));

        assertThat(ofDevice("laptop")).isEqualTo(before);
    }

    @Test
    void a_check_whose_unit_fails_leaves_no_trace() {
        assertThatThrownBy(() -> store.write(tx -> {
                    trust.judged(tx, new AuditResult("1", "laptop", "ana", "m", false, clock.instant()));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ofDevice("laptop").convictedAt()).isEmpty();
        judged("1", "laptop", "m", true);
        assertThat(ofDevice("laptop").passed()).isEqualTo(1);
    }

    @Test
    void a_member_who_is_deleted_leaves_no_name_behind() {
        judged("1", "laptop", "m", false);

        store.write(tx -> {
            trust.forget(tx, "ana");
            return true;
        });

        assertThat(ofMember().convictedAt()).isEmpty();
    }

    @Test
    void what_a_device_showed_stays_with_the_owner_it_had() {
        for (int i = 0; i < 10; i++) {
            judged("a" + i, "tower", "ana", "m", true);
        }
        judged("b", "tower", "ana", "m", false);
        judged("c", "tower", "ben", "m", true);

        assertThat(ofMember().passed()).isEqualTo(10);
        assertThat(ofMember().convictedAt()).isPresent();
        assertThat(store.<Long>read(tx -> trust.passedUnder(tx, "tower", "ben")))
                .isEqualTo(1);
        assertThat(store.read(tx -> trust.ofMember(tx, "ben")).convictedAt()).isEmpty();
        assertThat(store.<Set<String>>read(tx -> trust.convicted(tx, "ana"))).containsExactly("tower");
        assertThat(ofDevice("tower").passed()).isEqualTo(11);
    }
}
