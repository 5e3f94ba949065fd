/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads a ledger and checks its entries one by one, on all cores, some way ahead of whoever takes them in their order. */
final class CheckedEntries implements AutoCloseable {

    private static final int AHEAD_PER_CORE = 4;

    private final LedgerSource source;
    private final int ahead;
    private final ExecutorService cores;
    private final Deque<Future<List<CheckedEntry>>> coming = new ArrayDeque<>();
    private Iterator<CheckedEntry> here = List.<CheckedEntry>of().iterator();
    private boolean isRead;

    CheckedEntries(LedgerSource source, int cores) {
        this.source = source;
        this.ahead = AHEAD_PER_CORE * cores;
        this.cores = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("ledger-check-", 1).factory());
    }

    /** The next in order; empty after the last. */
    Optional<CheckedEntry> next() throws IOException {
        while (!here.hasNext()) {
            readAhead();
            if (coming.isEmpty()) {
                return Optional.empty();
            }
            here = done(coming.removeFirst()).iterator();
        }
        return Optional.of(here.next());
    }

    private void readAhead() throws IOException {
        while (!isRead && coming.size() < ahead) {
            List<LedgerSource.Line> lines = source.next();
            isRead = lines.isEmpty();
            if (!isRead) {
                coming.add(
                        cores.submit(() -> lines.stream().map(CheckedEntry::of).toList()));
            }
        }
    }

    private static List<CheckedEntry> done(Future<List<CheckedEntry>> checked) throws IOException {
        try {
            return checked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check failed", e.getCause());
        }
    }

    @Override
    public void close() {
        cores.shutdownNow();
    }
}
