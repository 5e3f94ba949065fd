/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * How far one can count on a device to end what it has begun. Says nothing of honesty: an honest slow laptop is not called a cheat. Not
 * thread-safe; lives on the writer's thread.
 */
final class Availability {

    /** Devices that are remembered at most; those whose last end is longest ago go first. */
    static final int REMEMBERED = 50_000;

    /** By then eight half-lives have passed, and what is left is no news. */
    static final Duration REMEMBERED_FOR = Ends.HALF_LIFE.multipliedBy(8);

    private final AvailabilityBook book;
    private final LinkedHashMap<String, Ends> byAge = new LinkedHashMap<>();
    private final Changes<String> changes = new Changes<>();

    Availability(AvailabilityBook book) {
        this.book = book;
    }

    /** At the start: what was known before. */
    void read(Transaction tx, Instant now) {
        byAge.clear();
        book.all(tx).forEach(entry -> byAge.put(entry.device(), entry.ends()));
        forget(now);
    }

    /** A lease ended with an answer. */
    void good(String device, Instant now) {
        add(device, 1, 0, now);
    }

    /** A lease ended by the device's fault: it crashed, or let its time pass. */
    void blamed(String device, Instant now) {
        add(device, 0, 1, now);
    }

    /** A blame is taken back: the task was poison, or the orchestrator itself was away. */
    void forgiven(String device, Instant now) {
        if (byAge.containsKey(device)) {
            add(device, 0, -1, now);
        }
    }

    private void add(String device, double good, double blamed, Instant now) {
        Ends before = byAge.remove(device);
        byAge.put(device, (before == null ? Ends.none(now) : before).plus(good, blamed, now));
        changes.add(device);
        forget(now);
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(REMEMBERED_FOR);
        while (!byAge.isEmpty()
                && (byAge.size() > REMEMBERED
                        || byAge.firstEntry().getValue().asOf().isBefore(oldest))) {
            changes.add(byAge.pollFirstEntry().getKey());
        }
    }

    /** In (0.25, 1]: 1 for a device that is new or has always ended well. */
    double of(String device, Instant now) {
        Ends ends = byAge.get(device);
        return ends == null ? 1 : ends.factorAt(now);
    }

    /** Writes what has changed, at most once a minute; to be called as often as one likes. */
    void flush(Transaction tx, Instant now) {
        for (String device : changes.due(now)) {
            Ends ends = byAge.get(device);
            if (ends == null) {
                book.delete(tx, device);
            } else {
                book.put(tx, new AvailabilityBook.Entry(device, ends));
            }
        }
    }
}
