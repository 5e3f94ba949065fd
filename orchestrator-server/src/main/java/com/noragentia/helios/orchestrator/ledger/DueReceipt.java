/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An entry that concerns a device.
 *
 * @param account the device's pseudonym
 * @param index of the entry
 */
record DueReceipt(String account, long index) {

    /** As they lie in the table. */
    static final Comparator<DueReceipt> BY_ACCOUNT =
            Comparator.comparing(DueReceipt::account).thenComparingLong(DueReceipt::index);

    private static final String PENDING = "\"account\":\"pending:";
    private static final int PSEUDONYM_CHARACTERS = 32;

    /**
     * Whoever's pending credits an entry touches is to have a receipt. The canonical form has one way to write that, so the entry need not be
     * decoded, which would cost more than all the rest of the log together.
     */
    static List<DueReceipt> of(long index, String canonical) {
        List<DueReceipt> due = new ArrayList<>(1);
        int at = canonical.indexOf(PENDING);
        while (at >= 0 && at + PENDING.length() + PSEUDONYM_CHARACTERS <= canonical.length()) {
            int from = at + PENDING.length();
            DueReceipt receipt = new DueReceipt(canonical.substring(from, from + PSEUDONYM_CHARACTERS), index);
            if (!due.contains(receipt)) {
                due.add(receipt);
            }
            at = canonical.indexOf(PENDING, from);
        }
        return due;
    }
}
