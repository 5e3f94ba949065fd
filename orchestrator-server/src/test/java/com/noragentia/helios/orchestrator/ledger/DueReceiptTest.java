/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueReceiptTest {

    private static final String DEVICE = "0123456789abcdef0123456789abcdef";

    private static String canonical(Account from, Account to) {
        LedgerEntry entry = new LedgerEntry(
                LedgerEntry.VERSION,
                7,
                1,
                EntryKind.COMPENSATION,
                "a".repeat(64),
                List.of(new Posting(from, Credits.of(-1)), new Posting(to, Credits.of(1))),
                null,
                LedgerEntry.FIRST);
        return new String(entry.canonical(), StandardCharsets.UTF_8);
    }

    @Test
    void a_device_whose_pending_credits_are_touched_has_a_receipt() {
        assertThat(DueReceipt.of(7, canonical(Account.House.MINT, new Account.Pending(DEVICE))))
                .containsExactly(new DueReceipt(DEVICE, 7));
    }

    @Test
    void a_device_that_is_named_twice_has_one() {
        Account pending = new Account.Pending(DEVICE);
        assertThat(DueReceipt.of(7, canonical(pending, pending))).hasSize(1);
    }

    @Test
    void nobody_else_has_any() {
        assertThat(DueReceipt.of(7, canonical(Account.House.MINT, new Account.Member(DEVICE))))
                .isEmpty();
    }

    @Test
    void an_entry_that_was_cut_off_gives_none() {
        String whole = canonical(Account.House.MINT, new Account.Pending(DEVICE));
        assertThat(DueReceipt.of(7, whole.substring(0, whole.indexOf(DEVICE) + 20)))
                .isEmpty();
    }
}
