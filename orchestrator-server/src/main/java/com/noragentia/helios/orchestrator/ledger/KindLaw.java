/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.List;

/** Between which accounts each kind of entry moves credits: {@link EntryKind}. */
final class KindLaw {

    private KindLaw() {}

    /** Of a compensation this says nothing: {@link Reversals}. */
    static boolean isKept(LedgerEntry entry) {
        if (!hasItsGrounds(entry) || (entry.kind() == EntryKind.CLOSED && !closesOne(entry))) {
            return false;
        }
        for (Posting posting : entry.postings()) {
            if (!allows(entry.kind(), posting)) {
                return false;
            }
        }
        return true;
    }

    /** Entries of the first version name no check and no mistake; up to when they may, say {@link NamedChecks}. */
    private static boolean hasItsGrounds(LedgerEntry entry) {
        if (entry.version() == LedgerEntry.VERSION) {
            return true;
        }
        Check check = entry.check();
        return switch (entry.kind()) {
            case MATURED -> check != null && check.verdict() == Check.Verdict.PASSED;
            case BURNED, FINE -> check != null && check.verdict() == Check.Verdict.FAILED;
            case COMPENSATION -> entry.reverses() != null;
            case TASK, CANARY, ALLOWANCE, DECAY, CLOSED -> false;
        };
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
            case CLOSED -> account == Account.House.BURN || isMember(account) || isPending(account);
            case COMPENSATION -> true;
        };
    }

    /** One account and burn; how much is for {@link RecountedAccounts} to say. */
    private static boolean closesOne(LedgerEntry entry) {
        List<Account> closed = entry.postings().stream()
                .map(Posting::account)
                .filter(account -> account != Account.House.BURN)
                .toList();
        return entry.postings().size() == 2
                && closed.size() == 1
                && entry.event().equals(Event.of(EntryKind.CLOSED, closed.getFirst()));
    }

    private static boolean isMember(Account account) {
        return account instanceof Account.Member;
    }

    private static boolean isPending(Account account) {
        return account instanceof Account.Pending;
    }
}
