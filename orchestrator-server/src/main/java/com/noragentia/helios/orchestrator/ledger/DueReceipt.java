/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.stream.Stream;

/**
 * An entry that concerns a device.
 *
 * @param account the device's pseudonym
 * @param index of the entry
 */
record DueReceipt(String account, long index) {

    /** Whoever's pending credits an entry touches is to have a receipt. */
    static Stream<DueReceipt> of(LedgerEntry entry) {
        return entry.postings().stream()
                .map(Posting::account)
                .flatMap(account ->
                        account instanceof Account.Pending(String pseudonym) ? Stream.of(pseudonym) : Stream.empty())
                .distinct()
                .map(pseudonym -> new DueReceipt(pseudonym, entry.index()));
    }
}
