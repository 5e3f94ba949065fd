/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Broken;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A ledger whose entries are chained as they should be, whatever they tell. */
abstract class ForgedLedger {

    static final Account ANA = new Account.Member("a".repeat(32));
    static final Account BEN = new Account.Member("b".repeat(32));
    static final Account DEVICE = new Account.Pending("d".repeat(32));
    static final Account BURN = Account.House.BURN;
    static final Account MINT = Account.House.MINT;
    static final String EVENT = "e".repeat(64);

    final List<LedgerEntry> entries = new ArrayList<>();
    long at = 1_700_000_000_000L;

    final void enter(EntryKind kind, String event, Posting... postings) {
        String previous =
                entries.isEmpty() ? LedgerEntry.FIRST : entries.getLast().hash();
        entries.add(new LedgerEntry(
                LedgerEntry.VERSION, entries.size(), at, kind, event, List.of(postings), null, previous));
    }

    static Posting posting(Account account, long micros) {
        return new Posting(account, new Credits(micros));
    }

    final void task(String event) {
        enter(EntryKind.TASK, event, posting(ANA, -108), posting(DEVICE, 100), posting(BURN, 8));
    }

    final LedgerVerdict verdict() throws IOException {
        return LedgerVerification.of(new ToldLedger(entries), 1);
    }

    final void assertBroken(long index, Flaw flaw) throws IOException {
        assertThat(verdict()).isEqualTo(new Broken(index, flaw));
    }

    final void enter(EntryKind kind, Check check, Posting... postings) {
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
}
