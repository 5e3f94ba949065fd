/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.WrittenPiece;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What an expert says under a lease. Pieces that a language model writes faster than anybody reads travel together: the orchestrator writes each
 * of them down, and hears so many messages a second of a worker and no more. Not thread-safe.
 */
final class LeaseStream implements AnswerStream {

    /**
     * At most twenty pieces a second of each task: the window shows no more, each piece takes time from the cores that write, and the
     * orchestrator hears five hundred messages a second of a worker, who may write eight answers at once.
     */
    static final Duration RHYTHM = Duration.ofMillis(50);

    private static final int MOST_TOKENS = 128;

    private final HeldLease lease;
    private final LongSupplier nanoTime;
    private final StringBuilder words = new StringBuilder();
    private final List<Integer> tokens = new ArrayList<>();
    private long sentAt;
    private boolean hasSent;

    LeaseStream(HeldLease lease, LongSupplier nanoTime) {
        this.lease = lease;
        this.nanoTime = nanoTime;
    }

    @Override
    public void working(Phase phase, int done, int total) {
        lease.sign(new FromWorker.Working(lease.id(), phase, done, total));
    }

    @Override
    public void piece(String text) {
        if (!text.isEmpty()) {
            flush();
            lease.piece(new WrittenPiece(text, List.of()));
        }
    }

    @Override
    public void piece(WrittenPiece piece) {
        if (piece.tokens().isEmpty() || tokens.size() + piece.tokens().size() > MOST_TOKENS) {
            flush();
        }
        words.append(piece.text());
        tokens.addAll(piece.tokens());
        if (piece.tokens().isEmpty() || !hasSent || nanoTime.getAsLong() - sentAt >= RHYTHM.toNanos()) {
            flush();
        }
    }

    @Override
    public void repeated(List<WrittenPiece> pieces) {
        lease.goOnAfter(pieces);
    }

    /** Sends what has gathered: nothing may follow. */
    void flush() {
        if (!words.isEmpty()) {
            lease.piece(new WrittenPiece(words.toString(), tokens));
            words.setLength(0);
            tokens.clear();
            sentAt = nanoTime.getAsLong();
            hasSent = true;
        }
    }
}
