/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.Payment;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers what it was told, as the ledger would: nothing of a unit that was undone. Lives on the writer's thread. */
final class TillInMemory implements Till {

    final Map<String, Outlay> held = new HashMap<>();
    final List<Settlement> settled = new ArrayList<>();
    final Set<String> released = new HashSet<>();
    private final Map<String, Credits> left = new HashMap<>();

    @Override
    public void hold(Transaction tx, String member, String job, Outlay outlay) {
        if (held.putIfAbsent(job, outlay) != null) {
            throw new AssertionError("held twice: " + job);
        }
        left.put(job, outlay.most());
        tx.ifUndone(() -> held.remove(job));
    }

    @Override
    public void open(Transaction tx) {
        // What is held is in memory alone.
    }

    @Override
    public Payment settle(Transaction tx, Settlement settlement) {
        if (released.contains(settlement.job())) {
            throw new AssertionError("settled after the release of " + settlement.job());
        }
        settled.add(settlement);
        tx.ifUndone(() -> settled.remove(settlement));
        Credits paid = JobEquivalent.REFERENCE.burn().with(settlement.work());
        left.merge(settlement.job(), paid.negated(), Credits::plus);
        if (left(settlement.job()).micros() < 0) {
            throw new AssertionError("paid more than was held for " + settlement.job());
        }
        return new Payment(paid, settlement.work(), true);
    }

    /** A hold from before a restart. */
    void knows(String job, Credits most) {
        left.put(job, most);
    }

    Credits left(String job) {
        return left.getOrDefault(job, Credits.ZERO);
    }

    @Override
    public void release(Transaction tx, String job) {
        if (!released.add(job)) {
            throw new AssertionError("released twice: " + job);
        }
        tx.ifUndone(() -> released.remove(job));
    }
}
