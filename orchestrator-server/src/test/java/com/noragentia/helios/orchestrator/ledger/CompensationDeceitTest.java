/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reversals and closings that are chained as they should be, and tell what cannot have been. */
class CompensationDeceitTest extends ForgedLedger {

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
