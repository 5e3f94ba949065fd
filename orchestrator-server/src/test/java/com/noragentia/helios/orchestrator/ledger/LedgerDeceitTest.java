/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ledgers that are chained as they should be, and tell what cannot have been. */
class LedgerDeceitTest extends ForgedLedger {

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

    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {"CLOSED", "COMPENSATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void credits_never_move_from_one_member_to_another(EntryKind kind) throws IOException {
        task(EVENT);
        enter(kind, "1".repeat(64), posting(ANA, -1), posting(BEN, 1));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);
    }

    @Test
    void neither_by_closing_an_account_nor_as_if_a_mistake_were_mended() throws IOException {
        task(EVENT);
        enter(EntryKind.CLOSED, Event.of(EntryKind.CLOSED, ANA), posting(ANA, -1), posting(BEN, 1));
        assertBroken(1, Flaw.AGAINST_ITS_KIND);

        entries.removeLast();
        enter(EntryKind.COMPENSATION, "1".repeat(64), posting(ANA, -1), posting(BEN, 1));
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Broken.class);
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
}
