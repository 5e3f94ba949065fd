/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compensation takes back of what counts as contributed. */
class CompensationTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-6);

    private LedgerTrial trial;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
    }

    @AfterEach
    void close() throws IOException {
        trial.pass(Clerk.BETWEEN_SNAPSHOTS);
        trial.tend();
        try (LedgerSource source = new SqlLedgerSource(trial.database(), Optional.empty())) {
            assertThat(LedgerVerification.of(source, 1)).isInstanceOf(LedgerVerdict.Sound.class);
        }
        trial.close();
    }

    private double lifetime(String member) {
        return trial.write(tx -> trial.ledger().lifetime(tx, member)).toDouble();
    }

    private double average(String member) {
        return trial.write(tx -> trial.ledger().recentAverage(tx, member)).toDouble();
    }

    private void mature(String check, String... devices) {
        trial.pass(Duration.ofHours(7));
        for (String device : devices) {
            trial.passed(check + device, device);
        }
    }

    /** Cleo does what Ben did, without the mistake. */
    @Test
    void reversed_work_counts_neither_in_all_that_was_contributed_nor_in_the_recent_average() {
        trial.settle("t1", "Ana", "ben", "Ben", 40);
        trial.settle("t2", "Ana", "cleo", "Cleo", 40);
        trial.settle("mistake", "Ana", "ben", "Ben", 1_000);
        mature("c1", "ben", "cleo");
        trial.pass(Duration.ofDays(3));
        trial.settle("t3", "Ana", "ben", "Ben", 9);
        trial.settle("t4", "Ana", "cleo", "Cleo", 9);
        mature("c2", "ben", "cleo");
        trial.pass(Duration.ofDays(2));
        assertThat(lifetime("Ben")).isEqualTo(1_049, EXACT);

        trial.compensate(2);

        assertThat(lifetime("Ben")).isEqualTo(lifetime("Cleo")).isEqualTo(49, EXACT);
        assertThat(average("Ben")).isEqualTo(average("Cleo"), EXACT).isPositive();
        assertThat(trial.owned("Ben")).isEqualTo(trial.owned("Cleo"), EXACT);
        trial.crash();
        assertThat(average("Ben")).isEqualTo(average("Cleo"), EXACT);
    }

    @Test
    void what_is_still_pending_never_counted_and_takes_nothing_back() {
        trial.settle("t1", "Ana", "ben", "Ben", 40);
        mature("c1", "ben");
        trial.settle("mistake", "Ana", "ben", "Ben", 1_000);
        double before = average("Ben");

        trial.compensate(2);

        assertThat(lifetime("Ben")).isEqualTo(40, EXACT);
        assertThat(average("Ben")).isEqualTo(before, EXACT);
        assertThat(trial.pending("Ben")).isZero();
    }

    @Test
    void what_a_failed_check_has_burned_is_not_taken_from_the_owner_as_well() {
        trial.settle("t1", "Ana", "ben", "Ben", 40);
        mature("c1", "ben");
        trial.settle("mistake", "Ana", "ben", "Ben", 1_000);
        trial.failed("c2", "ben", "Ben");

        trial.compensate(2);

        assertThat(trial.owned("Ben")).isEqualTo(40 - 600, EXACT);
        assertThat(lifetime("Ben")).isEqualTo(40, EXACT);
        assertThat(trial.house(Account.House.BURN)).isEqualTo(600 + 3.2, EXACT);
    }

    @Test
    void a_reversed_allowance_was_no_work_and_takes_nothing_back_of_it() {
        trial.settle("t1", "Ana", "ben", "Ben", 400);
        mature("c1", "ben");
        assertThat(trial.allow("Ben", "ben", 60)).isPositive();
        double before = average("Ben");

        trial.compensate(2);

        assertThat(lifetime("Ben")).isEqualTo(400, EXACT);
        assertThat(average("Ben")).isEqualTo(before, EXACT);
    }

    @Test
    void credits_that_matured_by_mistake_count_again_once_they_mature_again() {
        trial.settle("t1", "Ana", "ben", "Ben", 40);
        mature("c1", "ben");

        trial.compensate(1);
        assertThat(lifetime("Ben")).isZero();
        assertThat(average("Ben")).isZero();
        assertThat(trial.pending("Ben")).isEqualTo(40, EXACT);

        mature("c2", "ben");
        assertThat(lifetime("Ben")).isEqualTo(40, EXACT);
    }

    @Test
    void a_compensation_says_which_entry_and_since_when_it_had_counted() {
        trial.settle("mistake", "Ana", "ben", "Ben", 40);
        mature("c1", "ben");
        trial.pass(Duration.ofDays(1));
        trial.compensate(0);

        List<LedgerEntry> entries = trial.entries();
        assertThat(entries.getLast().reverses())
                .isEqualTo(new Reversal(0, entries.get(1).at()));
    }

    /** Ledgers from before compensations said so are reckoned as they were. */
    @Test
    void a_compensation_of_the_first_version_leaves_what_counted() {
        MemberAccount ben = new MemberAccount(1, "Ben", "b".repeat(32), MemberAccount.Stored.NEW);
        DeviceAccount device = new DeviceAccount(1, "ben", ben, "d".repeat(32), DeviceAccount.Stored.anew());
        Snapshot nothing = new Snapshot(
                0,
                Credits.ZERO,
                Credits.ZERO,
                Credits.ZERO,
                new MintingDay.Stored(0, Credits.ZERO, Credits.ZERO, Credits.ZERO));
        Books books = new Books(nothing, 0, LedgerEntry.FIRST, new MintingDay(nothing.minting(), Map.of(), Map.of()));
        books.accounts().open(ben);
        books.accounts().open(device);
        enter(books, EntryKind.CANARY, Account.House.MINT, device.account());
        enter(books, EntryKind.MATURED, device.account(), ben.account());
        enter(books, EntryKind.COMPENSATION, ben.account(), Account.House.MINT);

        assertThat(ben.owned()).isEqualTo(Credits.ZERO);
        assertThat(ben.lifetime()).isEqualTo(new Credits(5));
    }

    private static void enter(Books books, EntryKind kind, Account from, Account to) {
        LedgerEntry entry = new LedgerEntry(
                LedgerEntry.VERSION,
                books.next(),
                1_000,
                kind,
                "e".repeat(64),
                Postings.move(from, to, new Credits(5)),
                null,
                books.lastHash());
        books.add(entry, entry.hash());
    }
}
