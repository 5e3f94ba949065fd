/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept back for jobs that have not ended. Not thread-safe. */
final class Holds {

    private record Hold(MemberAccount account, Outlay remaining) {}

    private final Map<String, Hold> byJob = new HashMap<>();

    /** A second hold for a job changes nothing. */
    void hold(String job, MemberAccount account, Outlay outlay) {
        if (byJob.putIfAbsent(job, new Hold(account, outlay)) == null) {
            account.keepBack(outlay);
        }
    }

    /** The most that may still be paid for a job; empty where nothing was held. */
    Optional<Credits> left(String job) {
        return Optional.ofNullable(byJob.get(job)).map(hold -> hold.remaining().most());
    }

    /** The hold shrinks by what was paid, and never below nothing. */
    void pay(String job, Credits paid) {
        byJob.computeIfPresent(job, (_, hold) -> {
            Outlay left = hold.remaining().minus(Outlay.of(paid));
            hold.account().free(hold.remaining().minus(left));
            return new Hold(hold.account(), left);
        });
    }

    void release(String job) {
        Hold hold = byJob.remove(job);
        if (hold != null) {
            hold.account().free(hold.remaining());
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
