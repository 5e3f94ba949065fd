/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;

/** Between which accounts each kind of entry moves credits: {@link EntryKind}. */
final class KindLaw {

    private KindLaw() {}

    static boolean isKept(LedgerEntry entry) {
        for (Posting posting : entry.postings()) {
            if (!allows(entry.kind(), posting)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allows(EntryKind kind, Posting posting) {
        Account account = posting.account();
        boolean gains = posting.amount().isPositive();
        return switch (kind) {
            case TASK -> gains ? isPending(account) || account == Account.House.BURN : isMember(account);
            case CANARY -> gains ? isPending(account) : account == Account.House.MINT;
            case ALLOWANCE -> gains ? isMember(account) : account == Account.House.TREASURY;
            case MATURED -> gains ? isMember(account) : isPending(account);
            case BURNED -> gains ? account == Account.House.BURN : isPending(account);
            case FINE -> gains ? account == Account.House.BURN : isMember(account);
            case DECAY -> gains ? account == Account.House.TREASURY : isMember(account);
            case COMPENSATION, CLOSED -> true;
        };
    }

    private static boolean isMember(Account account) {
        return account instanceof Account.Member;
    }

    private static boolean isPending(Account account) {
        return account instanceof Account.Pending;
    }
}
