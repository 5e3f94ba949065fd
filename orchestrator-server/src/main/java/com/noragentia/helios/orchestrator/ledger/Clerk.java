/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.ClosingStep;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entries: into the table and the books. Each is encoded and hashed once; none is written that its kind does not allow. */
final class Clerk {

    /** Entries that a start has to read at most. */
    static final int ENTRIES_PER_SNAPSHOT = 20_000;

    /** Rows that a snapshot writes at most, as all who write wait for it: about 10 ms. */
    static final int ROWS_PER_SNAPSHOT = 5_000;

    /** A snapshot of fewer is written no sooner after the last: it writes every account that has changed. */
    static final Duration BETWEEN_SNAPSHOTS = Duration.ofMinutes(5);

    private final CurrentBooks current;
    private final EntryTable entries = new EntryTable();
    private final Clock clock;
    private final ClosingStep snapshot;
    private long lastSnapshot; // epoch milliseconds

    Clerk(CurrentBooks current, Clock clock) {
        this.current = current;
        this.clock = clock;
        this.snapshot = current::snapshot;
    }

    /** Epoch milliseconds; never before the last entry, whatever becomes of the clock. */
    long now(Books books) {
        return Math.max(clock.millis(), books.lastAt());
    }

    /** False where the event is recorded already; nothing changes then. */
    boolean enter(Transaction tx, EntryKind kind, String event, List<Posting> postings) {
        return enter(tx, kind, event, postings, null, null, null);
    }

    /** As {@link #enter(Transaction, EntryKind, String, List)}, with facts of a task. */
    boolean enter(Transaction tx, EntryKind kind, String event, List<Posting> postings, LedgerEntry.Facts facts) {
        return enter(tx, kind, event, postings, facts, null, null);
    }

    /** As {@link #enter(Transaction, EntryKind, String, List)}, following from a check. */
    boolean enter(Transaction tx, EntryKind kind, String event, List<Posting> postings, @Nullable Check check) {
        return enter(tx, kind, event, postings, null, check, null);
    }

    /** As {@link #enter(Transaction, EntryKind, String, List)}, reversing an entry. */
    boolean enter(Transaction tx, EntryKind kind, String event, List<Posting> postings, Reversal reverses) {
        return enter(tx, kind, event, postings, null, null, reverses);
    }

    private boolean enter(
            Transaction tx,
            EntryKind kind,
            String event,
            List<Posting> postings,
            LedgerEntry.@Nullable Facts facts,
            @Nullable Check check,
            @Nullable Reversal reverses) {
        Books books = current.at(tx);
        LedgerEntry entry = new LedgerEntry(
                LedgerEntry.versionOf(check, reverses),
                books.next(),
                now(books),
                kind,
                event,
                postings,
                facts,
                check,
                reverses,
                books.lastHash());
        if (!KindLaw.isKept(entry)) {
            throw new IllegalStateException("an entry of kind " + kind + " may not move credits so");
        }
        byte[] canonical = entry.canonical();
        if (!entries.add(tx, entry, canonical)) {
            return false;
        }
        books.add(entry, LedgerEntry.hash(canonical));
        if (books.sinceSnapshot() >= ENTRIES_PER_SNAPSHOT || books.rowsToStore() >= ROWS_PER_SNAPSHOT) {
            tx.beforeCommit(snapshot);
        }
        return true;
    }

    void snapshotIfDue(Transaction tx) {
        long now = now(current.view(tx));
        if (now - lastSnapshot >= BETWEEN_SNAPSHOTS.toMillis()) {
            current.snapshot(tx);
            lastSnapshot = now;
        }
    }
}
