/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each call does to the accounts. Ana and Ben are members; each has a device of the same name in lower case. */
class LedgerTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @AutoClose
    private LedgerTrial trial;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
    }

    @Test
    void a_task_moves_credits_from_the_requester_to_the_device_and_burns_eight_in_a_hundred() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);

        assertThat(trial.owned("Ana")).isEqualTo(-108, EXACT);
        assertThat(trial.pending("Ben")).isEqualTo(100, EXACT);
        assertThat(trial.owned("Ben")).isZero();
        assertThat(trial.house(Account.House.BURN)).isEqualTo(8, EXACT);
    }

    @Test
    void tending_every_few_seconds_writes_a_snapshot_every_few_minutes() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.tend();
        assertThat(entriesInSnapshot()).isEqualTo(1);

        trial.settle("t2", "Ana", "ben", "Ben", 100);
        trial.pass(Clerk.BETWEEN_SNAPSHOTS.minusSeconds(1));
        trial.tend();
        assertThat(entriesInSnapshot()).isEqualTo(1);

        trial.pass(Duration.ofSeconds(1));
        trial.tend();
        assertThat(entriesInSnapshot()).isEqualTo(2);
    }

    private long entriesInSnapshot() {
        return trial.<Long>write(tx -> tx.statements()
                .first("SELECT entries FROM ledger_snapshot", row -> row.getLong(1))
                .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(value = EntryKind.class, names = "COMPENSATION", mode = EnumSource.Mode.EXCLUDE)
    void no_credits_are_written_from_one_member_to_another(EntryKind kind) {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        Account ana = new Account.Member("a".repeat(32));
        Account ben = new Account.Member("b".repeat(32));
        Clerk clerk = new Clerk(new CurrentBooks(_ -> List.of()), trial.clock);

        assertThatThrownBy(() ->
                        trial.run(tx -> clerk.enter(tx, kind, "1".repeat(64), Postings.move(ana, ben, new Credits(1)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may not move");

        assertThat(trial.<Long>write(tx -> tx.statements()
                        .first("SELECT COUNT(*) FROM ledger_entry", row -> row.getLong(1))
                        .orElseThrow()))
                .isEqualTo(1);
    }

    @Test
    void half_a_credit_is_burned_at_least() {
        trial.settle("t1", "Ana", "ben", "Ben", 2);
        assertThat(trial.owned("Ana")).isEqualTo(-2.5, EXACT);
    }

    @Test
    void a_task_is_paid_once_however_often_it_is_settled() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t1", "Ana", "cleo", "Cleo", 50);

        assertThat(trial.kinds()).containsExactly(EntryKind.TASK);
        assertThat(trial.owned("Ana")).isEqualTo(-108, EXACT);
        assertThat(trial.pending("Cleo")).isZero();
    }

    @Test
    void work_of_no_worth_is_not_recorded() {
        trial.settle("t1", "Ana", "ben", "Ben", 0);
        assertThat(trial.entries()).isEmpty();
    }

    @Test
    void nobody_pays_for_own_devices_and_nothing_is_paid_backwards() {
        assertThatThrownBy(() -> trial.settle("t1", "Ben", "ben", "Ben", 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trial.settle("t2", "Ana", "ben", "Ben", -5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(trial.entries()).isEmpty();
    }

    @Test
    void events_of_tasks_begin_with_the_time_in_their_ids_and_say_nothing_else_of_them() {
        String task = "019a0b1c2d3e" + "77778888999900001111";
        assertThat(Event.task(task)).startsWith("019a0b1c2d3e").hasSize(64).doesNotContain("7777888899990000");
        assertThat(Event.task(task)).isEqualTo(Event.task(task)).isNotEqualTo(Event.task(task + ".1"));
        assertThat(Event.task("odd")).matches("[0-9a-f]{64}");
    }

    @Test
    void a_mistake_is_put_right_by_its_reverse_once() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        assertThat(trial.compensate(0)).isEqualTo(new Correction.Made(1, 0, "on purpose"));
        assertThat(trial.compensate(0)).isEqualTo(new Correction.Needless());

        assertThat(trial.owned("Ana")).isZero();
        assertThat(trial.pending("Ben")).isZero();
        assertThat(trial.house(Account.House.BURN)).isZero();
        assertThat(trial.kinds()).containsExactly(EntryKind.TASK, EntryKind.COMPENSATION);
    }

    @Test
    void what_has_matured_of_a_mistake_is_taken_from_the_owner() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.pass(Duration.ofHours(7));
        trial.passed("c1", "ben");
        trial.settle("t2", "Ana", "ben", "Ben", 30);
        trial.compensate(0);

        assertThat(trial.pending("Ben")).isZero();
        assertThat(trial.owned("Ben")).isEqualTo(30, EXACT);
    }

    @Test
    void only_what_stands_in_the_ledger_can_be_reversed() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.compensate(0);
        for (long index : new long[] {1, 2, -1, Long.MAX_VALUE}) {
            assertThat(trial.compensate(index)).isEqualTo(new Correction.Impossible());
        }
    }

    @Test
    void a_closed_account_leaves_nothing_that_leads_to_its_member() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t2", "Ben", "ana", "Ana", 40);
        trial.run(tx -> trial.ledger().hold(tx, "Ben", "t3", Outlay.of(Credits.of(5))));
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.run(tx -> trial.ledger().close(tx, "never heard of"));

        assertThat(trial.account("Ben")).isEmpty();
        assertThat(trial.pendingAccounts("Ben")).isEmpty();
        assertThat(trial.balance("Ben")).isEqualTo(Balance.NOTHING);
        assertThat(trial.house(Account.House.BURN)).isEqualTo(8 + 3.2 + 100 - 43.2, EXACT);
        trial.crash();
        assertThat(trial.pending("Ana")).isEqualTo(40, EXACT);
        assertThat(trial.house(Account.House.BURN)).isEqualTo(68, EXACT);
    }

    @Test
    void a_mistake_in_favour_of_a_closed_account_is_taken_from_burn_where_it_ended() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.compensate(0);
        assertThat(trial.owned("Ana")).isZero();
        assertThat(trial.house(Account.House.BURN)).isZero();
    }

    @Test
    void a_start_reads_the_entries_since_the_snapshot_only() {
        for (int i = 0; i < 3; i++) {
            trial.settle("t" + i, "Ana", "ben", "Ben", 100);
        }
        trial.tend();
        trial.settle("t4", "Ana", "ben", "Ben", 100);
        trial.run(tx -> tx.statements().update("UPDATE ledger_entry SET body = 'gone' WHERE idx < 2"));
        trial.crash();
        assertThat(trial.pending("Ben")).isEqualTo(400, EXACT);
    }

    @Test
    void a_snapshot_is_taken_by_itself_after_thousands_of_entries() {
        trial.run(tx -> {
            for (int i = 0; i < Clerk.ENTRIES_PER_SNAPSHOT + 1; i++) {
                trial.ledger().settle(tx, LedgerTrial.settlement("t" + i, "Ana", "ben", "Ben", 1));
            }
        });
        assertThat(trial.<Long>write(
                        tx -> new SnapshotTable().read(tx).snapshot().entries()))
                .isEqualTo(Clerk.ENTRIES_PER_SNAPSHOT + 1);
    }

    @Test
    void a_snapshot_never_has_many_rows_to_write_however_many_members_there_are() {
        int members = Clerk.ROWS_PER_SNAPSHOT / 2;
        for (int from = 0; from < members; from += 100) {
            int first = from;
            trial.run(tx -> {
                for (int i = first; i < first + 100; i++) {
                    trial.ledger().settle(tx, LedgerTrial.settlement("t" + i, "asker" + i, "ben", "Ben", 1));
                }
            });
        }
        assertThat(trial.<Long>write(
                        tx -> new SnapshotTable().read(tx).snapshot().entries()))
                .isBetween(members * 9L / 10, (long) members);
    }

    @Test
    void an_entry_that_was_tampered_with_stops_the_books() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t2", "Ana", "ben", "Ben", 100);
        trial.run(tx -> tx.statements()
                .update("UPDATE ledger_entry SET body = replace(body, '8000000', '9000000') WHERE idx = 0"));
        trial.crash();
        assertThatThrownBy(() -> trial.balance("Ana")).hasMessageContaining("the ledger is broken at entry 1");
    }

    @Test
    void entries_say_nothing_of_members_devices_and_tasks() {
        trial.settle("task-secret", "Ana", "ben", "Ben", 100);
        trial.failed("check-secret", "ben", "Ben");
        assertThat(trial.entries().toString()).doesNotContain("Ana", "Ben", "ben", "secret");
    }

    @Test
    void time_never_goes_back_in_the_ledger() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.pass(Duration.ofHours(-3));
        trial.settle("t2", "Ana", "ben", "Ben", 100);
        assertThat(trial.entries().get(1).at()).isEqualTo(trial.entries().get(0).at());
    }

    @Test
    void nothing_opens_an_account_for_a_member_who_has_gone() {
        trial.settle("t1", "Ana", "ben", "Ben", 10);
        trial.run(tx -> trial.ledger().close(tx, "Ben"));
        trial.gone.add("Ben");
        int before = trial.entries().size();

        trial.settle("t2", "Ana", "ben", "Ben", 10);
        trial.settle("t3", "Ben", "ana", "Ana", 10);
        trial.failed("c1", "ben", "Ben");
        assertThat(trial.mint("c2", "ben", "Ben", 10)).isZero();
        assertThat(trial.allow("Ben", "ben", 10)).isZero();
        trial.run(tx -> trial.ledger().hold(tx, "Ben", "t4", Outlay.of(Credits.of(5))));

        assertThat(trial.entries()).hasSize(before);
        assertThat(trial.account("Ben")).isEmpty();
        assertThat(trial.pendingAccounts("Ben")).isEmpty();
    }
}
