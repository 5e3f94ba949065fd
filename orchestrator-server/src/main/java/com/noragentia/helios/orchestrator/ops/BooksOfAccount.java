/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.Balance;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.StandingDesk;
import com.noragentia.helios.orchestrator.member.AccountPart;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.Kin;
import com.noragentia.helios.orchestrator.trust.PairWatch;
import com.noragentia.helios.orchestrator.trust.Trust;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What books, standing and trust keep of a member. Entries of the ledger stay, under pseudonyms that lead nowhere any more. */
record BooksOfAccount(Ledger ledger, StandingDesk standing, Trust trust, Kin kin, PairWatch pairs)
        implements AccountPart {

    @Override
    public String name() {
        return "contribution";
    }

    @Override
    public Object export(Transaction tx, String member) {
        Balance balance = ledger.balance(tx, member);
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("owned", balance.owned().toDouble());
        kept.put("held", balance.held().toDouble());
        kept.put("pending", balance.pending().toDouble());
        kept.put("lifetime", ledger.lifetime(tx, member).toDouble());
        kept.put("checksPassed", trust.ofMember(tx, member).passed());
        return kept;
    }

    /** Whoever was caught leaves no clean key behind. */
    @Override
    public Set<String> barred(Transaction tx, String member) {
        return trust.convicted(tx, member);
    }

    @Override
    public void delete(Transaction tx, String member) {
        ledger.close(tx, member);
        standing.forget(tx, member);
        trust.forget(tx, member);
        kin.forget(tx, member);
        pairs.forget(tx, member);
    }
}
