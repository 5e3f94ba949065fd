/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Books, reputations and dates of members, as a test says. */
final class Figures implements Accounts, Reputations, MemberDates {

    private record Of(Repute repute, double available, double recent, double lifetime) {}

    private final Instant since;
    private final Map<String, Of> members = new HashMap<>();

    /** How often somebody's standing was reckoned. */
    int reckoned;

    Figures(Instant since) {
        this.since = since;
    }

    void put(String member, Repute repute, double available, double recent, double lifetime) {
        members.put(member, new Of(repute, available, recent, lifetime));
    }

    private Of figures(String member) {
        return members.getOrDefault(member, new Of(Repute.NONE, 0, 0, 0));
    }

    @Override
    public Repute of(Transaction tx, String member) {
        return figures(member).repute();
    }

    @Override
    public Balance balance(Transaction tx, String member) {
        return new Balance(Credits.of(figures(member).available()), Outlay.NOTHING, Credits.ZERO);
    }

    @Override
    public Credits recentAverage(Transaction tx, String member) {
        reckoned++;
        return Credits.of(figures(member).recent());
    }

    @Override
    public Credits lifetime(Transaction tx, String member) {
        return Credits.of(figures(member).lifetime());
    }

    @Override
    public Instant since(Transaction tx, String member) {
        return since;
    }
}
