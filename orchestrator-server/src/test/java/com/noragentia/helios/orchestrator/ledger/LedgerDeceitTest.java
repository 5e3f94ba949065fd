/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Broken;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ledgers that are chained as they should be, and tell what cannot have been. */
class LedgerDeceitTest {

    private static final Account ANA = new Account.Member("a".repeat(32));
    private static final Account BEN = new Account.Member("b".repeat(32));
    private static final Account DEVICE = new Account.Pending("d".repeat(32));
    private static final Account BURN = Account.House.BURN;
    private static final Account MINT = Account.House.MINT;
    private static final String EVENT = "e".repeat(64);

    private final List<LedgerEntry> entries = new ArrayList<>();
    private long at = 1_700_000_000_000L;

    private void enter(EntryKind kind, String event, Posting... postings) {
        String previous =
                entries.isEmpty() ? LedgerEntry.FIRST : entries.getLast().hash();
        entries.add(new LedgerEntry(
                LedgerEntry.VERSION, entries.size(), at, kind, event, List.of(postings), null, previous));
    }

    private static Posting posting(Account account, long micros) {
        return new Posting(account, new Credits(micros));
    }

    private void task(String event) {
        enter(EntryKind.TASK, event, posting(ANA, -108), posting(DEVICE, 100), posting(BURN, 8));
    }

    private LedgerVerdict verdict() throws IOException {
        return LedgerVerification.of(new ToldLedger(entries), 1);
    }

    private void assertBroken(long index, Flaw flaw) throws IOException {
        assertThat(verdict()).isEqualTo(new Broken(index, flaw));
    }

    @Test
    void events_that_begin_alike_are_no_repetition() throws IOException {
        task("018bcfe56800" + "1".repeat(52));
        task("018bcfe56800" + "2".repeat(52));
        task("018bcfe568001111" + "3".repeat(48));
        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    @Test
    void an_event_that_is_told_twice_is_a_repetition() throws IOException {
        task("018bcfe56800" + "1".repeat(52));
        task("018bcfe56800" + "2".repeat(52));
        task("018bcfe56800" + "1".repeat(52));
        assertBroken(2, Flaw.REPEATED);
    }

    @Test
    void what_a_device_has_not_earned_cannot_mature() throws IOException {
        task(EVENT);
        enter(EntryKind.MATURED, "1".repeat(64), posting(DEVICE, -101), posting(BEN, 101));
        assertBroken(1, Flaw.OVERDRAWN);
    }

    @Test
    void time_does_not_go_back() throws IOException {
        task("1".repeat(64));
        task("2".repeat(64));
        at--;
        task("3".repeat(64));
        assertBroken(2, Flaw.OLDER);
    }

    @Test
    void an_account_is_closed_with_what_is_left_in_it() throws IOException {
        task(EVENT);
        enter(EntryKind.CLOSED, Event.of(EntryKind.CLOSED, DEVICE), posting(DEVICE, -100), posting(BURN, 100));
        enter(EntryKind.CLOSED, Event.of(EntryKind.CLOSED, ANA), posting(ANA, 108), posting(BURN, -108));
        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    @Test
    void closing_gives_nobody_more_than_a_debt() throws IOException {
        task(EVENT);
        enter(EntryKind.CLOSED, Event.of(EntryKind.CLOSED, ANA), posting(ANA, 109), posting(BURN, -109));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void closing_does_not_mint() throws IOException {
        enter(EntryKind.CLOSED, Event.of(EntryKind.CLOSED, ANA), posting(ANA, 500), posting(MINT, -500));
        assertBroken(0, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void closing_moves_nothing_between_members() throws IOException {
        enter(EntryKind.CLOSED, Event.of(EntryKind.CLOSED, ANA), posting(ANA, 500), posting(BEN, -500));
        assertBroken(0, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void closing_names_the_account() throws IOException {
        task(EVENT);
        enter(EntryKind.CLOSED, Event.of(EntryKind.CLOSED, BEN), posting(ANA, 108), posting(BURN, -108));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void a_compensation_reverses_an_entry() throws IOException {
        task(EVENT);
        compensate(posting(ANA, 108), posting(DEVICE, -60), posting(BEN, -40), posting(BURN, -8));
        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    private void compensate(Posting... postings) {
        enter(EntryKind.COMPENSATION, Event.of(EntryKind.COMPENSATION, EVENT), postings);
    }

    @Test
    void a_compensation_of_nothing_is_none() throws IOException {
        task("1".repeat(64));
        compensate(posting(ANA, 108), posting(DEVICE, -100), posting(BURN, -8));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void a_compensation_comes_after_what_it_reverses() throws IOException {
        compensate(posting(ANA, 108), posting(BEN, -100), posting(BURN, -8));
        task(EVENT);
        assertBroken(0, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void a_compensation_does_not_mint() throws IOException {
        task(EVENT);
        compensate(posting(ANA, 500), posting(MINT, -500));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void a_compensation_takes_no_more_from_mint_than_it_gives_the_loser_back() throws IOException {
        task(EVENT);
        compensate(posting(ANA, 108), posting(MINT, -108));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void a_compensation_gives_nobody_more_than_was_lost() throws IOException {
        task(EVENT);
        compensate(posting(ANA, 109), posting(DEVICE, -100), posting(BURN, -9));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void a_compensation_takes_no_more_than_was_gained() throws IOException {
        task(EVENT);
        compensate(posting(ANA, 108), posting(BEN, -101), posting(BURN, -7));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void a_compensation_takes_nothing_from_a_device_that_it_has_not() throws IOException {
        task(EVENT);
        enter(EntryKind.MATURED, "1".repeat(64), posting(DEVICE, -100), posting(BEN, 100));
        compensate(posting(ANA, 108), posting(DEVICE, -100), posting(BURN, -8));
        assertBroken(2, Flaw.OVERDRAWN);
    }

    private void enter(EntryKind kind, Check check, Posting... postings) {
        entries.add(new LedgerEntry(
                LedgerEntry.WITH_GROUNDS,
                entries.size(),
                at,
                kind,
                "f".repeat(64),
                List.of(postings),
                null,
                check,
                null,
                entries.getLast().hash()));
    }

    @Test
    void what_matures_names_a_check_that_was_passed() throws IOException {
        task(EVENT);
        enter(
                EntryKind.MATURED,
                new Check("c".repeat(64), Check.Verdict.PASSED),
                posting(DEVICE, -100),
                posting(BEN, 100));
        assertThat(verdict()).isInstanceOf(Sound.class);
    }

    private static final Check PASSED = new Check("c".repeat(64), Check.Verdict.PASSED);

    private static final Check FAILED = new Check("c".repeat(64), Check.Verdict.FAILED);

    @Test
    void once_checks_are_named_nothing_earned_since_matures_without_one() throws IOException {
        task("1".repeat(64));
        enter(EntryKind.MATURED, PASSED, posting(DEVICE, -100), posting(BEN, 100));
        task("2".repeat(64));
        enter(EntryKind.MATURED, "3".repeat(64), posting(DEVICE, -100), posting(BEN, 100));
        assertBroken(3, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void what_was_pending_when_checks_were_first_named_may_mature_by_an_older_one_and_no_more() throws IOException {
        Account other = new Account.Pending("7".repeat(32));
        task("1".repeat(64));
        enter(EntryKind.TASK, "2".repeat(64), posting(ANA, -108), posting(other, 100), posting(BURN, 8));
        enter(EntryKind.MATURED, PASSED, posting(other, -100), posting(BEN, 100));
        task("3".repeat(64));
        enter(EntryKind.MATURED, "4".repeat(64), posting(DEVICE, -100), posting(BEN, 100));
        assertThat(verdict()).isInstanceOf(Sound.class);

        enter(EntryKind.MATURED, "5".repeat(64), posting(DEVICE, -1), posting(BEN, 1));
        assertBroken(5, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void once_checks_are_named_none_is_fined_and_nothing_burned_without_one() throws IOException {
        task("1".repeat(64));
        enter(EntryKind.BURNED, FAILED, posting(DEVICE, -50), posting(BURN, 50));
        enter(EntryKind.FINE, "2".repeat(64), posting(BEN, -50), posting(BURN, 50));
        assertThat(verdict()).as("the first of its kind").isInstanceOf(Sound.class);
        enter(EntryKind.BURNED, "3".repeat(64), posting(DEVICE, -50), posting(BURN, 50));
        assertBroken(3, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void nothing_matures_by_a_check_that_failed() throws IOException {
        task(EVENT);
        enter(
                EntryKind.MATURED,
                new Check("c".repeat(64), Check.Verdict.FAILED),
                posting(DEVICE, -100),
                posting(BEN, 100));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void nothing_is_burned_by_a_check_that_was_passed() throws IOException {
        task(EVENT);
        enter(
                EntryKind.BURNED,
                new Check("c".repeat(64), Check.Verdict.PASSED),
                posting(DEVICE, -100),
                posting(BURN, 100));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void an_allowance_follows_from_no_check() throws IOException {
        task(EVENT);
        enter(
                EntryKind.ALLOWANCE,
                new Check("c".repeat(64), Check.Verdict.PASSED),
                posting(Account.House.TREASURY, -100),
                posting(BEN, 100));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "0,1699999999999", "0,1700000000001"})
    void a_compensation_names_the_entry_and_a_time_between_the_two(long reversed, long since) throws IOException {
        task(EVENT);
        entries.add(new LedgerEntry(
                LedgerEntry.WITH_GROUNDS,
                1,
                at,
                EntryKind.COMPENSATION,
                Event.of(EntryKind.COMPENSATION, EVENT),
                List.of(posting(ANA, 108), posting(DEVICE, -100), posting(BURN, -8)),
                null,
                null,
                new Reversal(reversed, since),
                entries.getLast().hash()));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void what_the_ledger_writes_of_mistakes_and_closings_is_sound(@TempDir Path folder) throws IOException {
        try (LedgerTrial trial = new LedgerTrial(folder, LedgerRules.USUAL)) {
            trial.settle("t1", "Ana", "ben", "Ben", 100);
            trial.pass(Duration.ofHours(7));
            trial.passed("c1", "ben");
            trial.settle("t2", "Ana", "ben", "Ben", 30);
            trial.settle("t3", "Cleo", "ana", "Ana", 50);
            trial.compensate(0);
            trial.run(tx -> trial.ledger().close(tx, "Ana"));
            trial.compensate(2);
            trial.compensate(3);
            trial.run(tx -> trial.ledger().close(tx, "Ben"));
            entries.addAll(trial.entries());
        }
        assertThat(entries).extracting(LedgerEntry::kind).contains(EntryKind.COMPENSATION, EntryKind.CLOSED);
        assertThat(verdict()).isInstanceOf(Sound.class);
    }
}
