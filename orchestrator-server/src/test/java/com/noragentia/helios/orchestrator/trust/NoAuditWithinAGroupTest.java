/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device is never judged by one of the same owner, the same group or the same network: trust.md 2.4 and 3.6. */
class NoAuditWithinAGroupTest {

    private static final String OWNER = "ana";
    private static final String DEVICE = "laptop";

    private final TestClock clock = new TestClock();
    private final RewardsHeard rewards = new RewardsHeard();
    private final Kin kin = new Kin(new byte[32], clock);
    private final Trust trust = new Trust(rewards, kin, clock);

    @TempDir
    private Path folder;

    private Store store;
    private int checks;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("helios.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void bind(String one, String other, Bond bond) {
        store.write(tx -> {
            kin.bind(tx, one, other, bond);
            return true;
        });
    }

    private void seen(String member, String address) {
        store.write(tx -> {
            kin.seen(tx, member, address(address));
            return true;
        });
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether it counts what a member's device says of Ana's; each time of another task, once good, once bad. */
    private boolean counts(String auditor) {
        int before = rewards.heard().size();
        judge(auditor, "check " + ++checks, true);
        judge(auditor, "check " + ++checks, false);
        int heard = rewards.heard().size() - before;
        assertThat(heard).as("praise and blame count alike").isIn(0, 2);
        return heard > 0;
    }

    private void judge(String auditor, String check, boolean passed) {
        store.write(tx -> {
            trust.judged(tx, new AuditResult(check, DEVICE, OWNER, "m", passed, clock.instant(), Optional.of(auditor)));
            return true;
        });
    }

    @Test
    void a_stranger_may() {
        seen(OWNER, "203.0.113.7");
        seen("bea", "198.51.100.7");

        assertThat(counts("bea")).isTrue();
    }

    @Test
    void another_device_of_the_same_owner_may_not() {
        assertThat(counts(OWNER)).isFalse();
    }

    @Test
    void who_had_the_same_device_may_not_and_neither_may_their_group() {
        bind(OWNER, "bea", Bond.SHARED_DEVICE);
        bind("bea", "carl", Bond.SHARED_DEVICE);

        assertThat(counts("bea")).isFalse();
        assertThat(counts("carl")).isFalse();
    }

    @Test
    void host_and_guest_may_not_until_the_guest_has_a_name_of_its_own() {
        bind("bea", OWNER, Bond.INVITED);
        assertThat(counts("bea")).isFalse();

        clock.pass(Duration.ofDays(31));
        store.write(tx -> {
            kin.sweep(tx, member -> true);
            return true;
        });
        assertThat(counts("bea")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "203.0.113.250"})
    void who_came_from_the_same_network_may_not(String address) {
        seen(OWNER, "203.0.113.7");
        seen("bea", address);

        assertThat(counts("bea")).isFalse();
    }

    @Test
    void a_private_network_is_many_networks() {
        seen(OWNER, "192.168.1.7");
        seen("bea", "192.168.1.8");

        assertThat(counts("bea")).isTrue();
    }

    @Test
    void what_kin_said_leaves_room_for_a_stranger() {
        bind(OWNER, "bea", Bond.SHARED_DEVICE);
        judge("bea", "the check", true);
        judge("dan", "the check", false);

        assertThat(rewards.heard()).containsExactly("failed " + DEVICE + " of " + OWNER);
    }

    @Test
    void the_orchestrator_checks_everybody() {
        store.write(tx -> {
            trust.judged(tx, new AuditResult("canary", DEVICE, OWNER, "m", true, clock.instant()));
            return true;
        });

        assertThat(rewards.heard()).containsExactly("passed " + DEVICE);
    }
}
