/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts who works for whom, and looks now and then for what chance does not explain. Counts are written together, by {@link #flush}: those
 * of the last minute may be lost in a crash, which costs statistics little.
 */
public final class PairWatch {

    /** Statistics are over so many days. */
    public static final int DAYS = 30;

    private record Pair(String requester, String owner) {}

    private record Tally(long tasks, long micros) {

        Tally plus(Tally more) {
            return new Tally(tasks + more.tasks(), micros + more.micros());
        }
    }

    private final Store store;
    private final Supplier<JobEquivalent> job;
    private final Clock clock;
    private final PairTable table = new PairTable();
    /** Not written yet. On the writer's thread only. */
    private final Map<Pair, Tally> counted = new HashMap<>();

    public PairWatch(Store store, Supplier<JobEquivalent> job, Clock clock) {
        this.store = store;
        this.job = job;
        this.clock = clock;
    }

    /** A device of {@code owner} answered a task of {@code requester}. Within a unit of the writer, and cheap: nothing is written. */
    public void answered(Transaction tx, String requester, String owner, Credits earned) {
        tx.afterCommit(() -> counted.merge(new Pair(requester, owner), new Tally(1, earned.micros()), Tally::plus));
    }

    /** Writes what was counted since the last time; to be called about once a minute, within a unit of the writer. */
    public void flush(Transaction tx) {
        Map<Pair, Tally> due = new HashMap<>(counted);
        long day = today();
        due.forEach((pair, tally) ->
                table.add(tx, new PairDay(day, pair.requester(), pair.owner(), tally.tasks(), tally.micros())));
        counted.clear();
        tx.ifUndone(() -> due.forEach((pair, tally) -> counted.merge(pair, tally, Tally::plus)));
    }

    /** Looks at the last {@link #DAYS} days; about once an hour. Reckons on the calling thread. */
    public void examine() {
        long first = today() - DAYS;
        List<Suspicion> found = PairStatistics.of(store.read(tx -> table.since(tx, first)), job.get());
        Instant now = clock.instant();
        store.write(tx -> {
            table.deleteBefore(tx, first);
            table.deleteSuspicionsUntil(tx, now.minus(Duration.ofDays(DAYS)));
            found.forEach(suspicion -> table.suspect(tx, suspicion, now));
            return true;
        });
    }

    private long today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    }

    /** What was found in the last {@link #DAYS} days, the oldest first. */
    public static List<Suspicion> suspicions(Transaction tx) {
        return new PairTable().suspicions(tx);
    }

    /** Forgets a member who leaves. */
    public void forget(Transaction tx, String member) {
        counted.keySet()
                .removeIf(
                        pair -> pair.requester().equals(member) || pair.owner().equals(member));
        table.delete(tx, member);
    }
}
