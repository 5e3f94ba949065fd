/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is kept back for jobs that have not ended. Not thread-safe. */
final class Holds {

    private record Hold(MemberAccount account, Credits remaining) {}

    private final Map<String, Hold> byJob = new HashMap<>();

    /** A second hold for a job changes nothing. */
    void hold(String job, MemberAccount account, Credits most) {
        if (byJob.putIfAbsent(job, new Hold(account, most)) == null) {
            account.keepBack(most);
        }
    }

    /** The hold shrinks by what was paid, and never below nothing. */
    void pay(String job, Credits paid) {
        byJob.computeIfPresent(job, (_, hold) -> {
            Credits part = paid.min(hold.remaining());
            hold.account().keepBack(part.negated());
            return new Hold(hold.account(), hold.remaining().minus(part));
        });
    }

    void release(String job) {
        Hold hold = byJob.remove(job);
        if (hold != null) {
            hold.account().keepBack(hold.remaining().negated());
        }
    }

    void releaseAll(MemberAccount account) {
        List<String> jobs = byJob.entrySet().stream()
                .filter(entry -> entry.getValue().account().equals(account))
                .map(Map.Entry::getKey)
                .toList();
        jobs.forEach(this::release);
    }
}
