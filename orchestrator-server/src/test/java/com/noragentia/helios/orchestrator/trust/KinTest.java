/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trial.TestClock;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who belongs together, on a real store. */
class KinTest {

    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder = Path.of("");

    private SqliteStore store;
    private Kin kin;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("helios.db"));
        kin = new Kin("a key of this test".getBytes(StandardCharsets.UTF_8), clock);
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

    private void seen(String member, String address) {
        write(tx -> kin.seen(tx, member, InetAddress.ofLiteral(address)));
    }

    private boolean related(String one, String other) {
        return store.write(tx -> kin.related(tx, one, other));
    }

    @Test
    void everybody_is_related_to_themselves_and_at_first_to_nobody_else() {
        assertThat(related("ana", "ana")).isTrue();
        assertThat(related("ana", "ben")).isFalse();
    }

    @Test
    void bonds_of_different_kinds_make_one_group_also_after_a_restart() {
        write(tx -> kin.bind(tx, "ana", "ben", Bond.INVITED));
        write(tx -> kin.bind(tx, "eva", "dan", Bond.SHARED_DEVICE));
        seen("ben", "203.0.113.7");
        seen("dan", "203.0.113.200");

        assertThat(related("ana", "eva")).isTrue();
        store.close();
        open();
        assertThat(related("ana", "eva")).isTrue();
        assertThat(related("ana", "zoe")).isFalse();
    }

    @Test
    void whom_devices_joined_stay_together_when_the_one_between_them_leaves() {
        write(tx -> kin.bind(tx, "ana", "between", Bond.SHARED_DEVICE));
        write(tx -> kin.bind(tx, "between", "ben", Bond.SHARED_DEVICE));
        write(tx -> kin.bind(tx, "eva", "between", Bond.SHARED_DEVICE));
        write(tx -> kin.bind(tx, "between", "guest", Bond.INVITED));
        write(tx -> kin.forget(tx, "between"));

        for (int restart = 0; restart < 2; restart++) {
            assertThat(related("ana", "ben")).isTrue();
            assertThat(related("ben", "eva")).isTrue();
            assertThat(related("ana", "guest")).isFalse();
            assertThat(related("ana", "between")).isFalse();
            store.close();
            open();
        }
        write(tx -> kin.forget(tx, "ana"));
        assertThat(related("ben", "eva")).isTrue();
    }

    @Test
    void in_a_network_entered_by_invitations_only_inviter_and_invited_are_kin() {
        List<String> chain = List.of("a", "b", "c", "d", "e", "f");
        for (int i = 1; i < chain.size(); i++) {
            String inviter = chain.get(i - 1);
            String newcomer = chain.get(i);
            write(tx -> kin.bind(tx, inviter, newcomer, Bond.INVITED));
            write(tx -> kin.bind(tx, "a", "guest of a " + newcomer, Bond.INVITED));
        }

        for (int restart = 0; restart < 2; restart++) {
            for (int one = 0; one < chain.size(); one++) {
                for (int other = 0; other < chain.size(); other++) {
                    assertThat(related(chain.get(one), chain.get(other)))
                            .as("%s and %s", chain.get(one), chain.get(other))
                            .isEqualTo(Math.abs(one - other) <= 1);
                }
            }
            assertThat(related("a", "guest of a b")).isTrue();
            assertThat(related("guest of a b", "guest of a c")).isFalse();
            store.close();
            open();
        }
    }

    @Test
    void an_invitation_counts_for_all_accounts_of_inviter_and_invited() {
        write(tx -> kin.bind(tx, "ana", "ben", Bond.INVITED));
        write(tx -> kin.bind(tx, "ana", "ana again", Bond.SHARED_DEVICE));
        seen("ben", "203.0.113.7");
        seen("ben again", "203.0.113.8");
        write(tx -> kin.bind(tx, "ben", "eva", Bond.INVITED));

        assertThat(related("ana again", "ben again")).isTrue();
        assertThat(related("ben again", "eva")).isTrue();
        assertThat(related("ana again", "eva")).isFalse();
    }

    @Test
    void an_invitation_is_over_after_thirty_days_with_a_good_name_and_not_before() {
        write(tx -> kin.bind(tx, "ana", "ben", Bond.INVITED));
        write(tx -> kin.bind(tx, "ana", "idle", Bond.INVITED));
        write(tx -> kin.bind(tx, "ana", "ana again", Bond.SHARED_DEVICE));
        clock.pass(Kin.INVITATION.minusMillis(1));
        write(tx -> kin.sweep(tx, _ -> true));
        assertThat(related("ana", "ben")).isTrue();

        clock.pass(Duration.ofMillis(1));
        write(tx -> kin.sweep(tx, "ben"::equals));

        assertThat(related("ana", "ben")).isFalse();
        assertThat(related("ana", "idle")).as("nobody knows what it is worth").isTrue();
        assertThat(related("ana", "ana again")).isTrue();
        store.close();
        open();
        assertThat(related("ana", "ben")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,         203.0.113.255,            true",
        "203.0.113.7,         203.0.114.7,              false",
        "2001:db8:1:2::1,     2001:db8:1:ffff::9,       true",
        "2001:db8:1:2::1,     2001:db8:2:2::1,          false",
        "203.0.113.7,         ::ffff:203.0.113.9,       true",
        "127.0.0.1,           127.0.0.1,                false",
        "192.168.1.4,         192.168.1.5,              false",
        "10.1.2.3,            10.1.2.4,                 false",
        "172.16.0.1,          172.16.0.2,               false",
        "169.254.1.1,         169.254.1.2,              false",
        "100.64.0.1,          100.64.0.2,               false",
        "100.127.9.1,         100.127.9.2,              false",
        "100.128.0.1,         100.128.0.2,              true",
        "::1,                 ::1,                      false",
        "fe80::1,             fe80::2,                  false",
        "fd00:1:2::1,         fd00:1:2::2,              false",
    })
    void a_network_is_what_a_provider_hands_out_and_never_a_private_one(String one, String other, boolean isOne) {
        seen("ana", one);
        seen("ben", other);

        assertThat(related("ana", "ben")).isEqualTo(isOne);
    }

    @Test
    void who_has_not_been_there_for_thirty_days_is_forgotten() {
        seen("ana", "203.0.113.7");
        clock.pass(Duration.ofDays(29));
        seen("ben", "203.0.113.7");
        assertThat(related("ana", "ben")).isTrue();

        clock.pass(Duration.ofDays(1));
        write(tx -> kin.sweep(tx, _ -> false));

        assertThat(related("ana", "ben")).isFalse();
        seen("ana", "203.0.113.7");
        assertThat(related("ana", "ben")).isTrue();
    }

    @Test
    void what_a_failed_unit_learned_is_unlearned() {
        assertThatThrownBy(() -> store.write(tx -> {
                    kin.bind(tx, "ana", "ben", Bond.INVITED);
                    kin.seen(tx, "eva", InetAddress.ofLiteral("203.0.113.7"));
                    kin.seen(tx, "dan", InetAddress.ofLiteral("203.0.113.7"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(related("ana", "ben")).isFalse();
        assertThat(related("eva", "dan")).isFalse();
    }

    @Test
    void who_leaves_takes_no_bond_along() {
        write(tx -> kin.bind(tx, "ana", "ben", Bond.INVITED));
        write(tx -> kin.bind(tx, "ben", "eva", Bond.INVITED));

        write(tx -> kin.forget(tx, "ben"));

        assertThat(related("ana", "eva")).isFalse();
    }

    @Test
    void who_leaves_or_fades_in_a_unit_that_fails_has_not_left() {
        write(tx -> kin.bind(tx, "ana", "ben", Bond.INVITED));
        seen("eva", "203.0.113.7");
        seen("dan", "203.0.113.7");
        assertThatThrownBy(() -> store.write(tx -> {
                    kin.forget(tx, "ben");
                    assertThat(kin.related(tx, "ana", "ben")).isFalse();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(related("ana", "ben")).isTrue();

        clock.pass(Kin.MEMORY);
        assertThatThrownBy(() -> store.write(tx -> {
                    kin.sweep(tx, _ -> false);
                    assertThat(kin.related(tx, "eva", "dan")).isFalse();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        clock.pass(Kin.MEMORY.negated());
        assertThat(related("eva", "dan")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "2001:db8:1:2::1"})
    void no_address_reaches_the_disk(String address) throws Exception {
        seen("ana", address);
        store.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content)
                        .doesNotContain(address)
                        .doesNotContain("203.0.113")
                        .doesNotContain("2001:db8");
            }
        }
        open();
    }
}
