/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.Map;

/** Opens cursors at the place a reader asks for. Thread-safe. */
final class EventCursors {

    private final Store store;
    private final EventLog log;
    private final LiveTail tail;

    EventCursors(Store store, EventLog log, LiveTail tail) {
        this.store = store;
        this.log = log;
        this.tail = tail;
    }

    /**
     * A cursor at a place; it must be closed.
     *
     * @throws ProblemException {@code request-invalid} where the job has not come to that place
     */
    EventCursor open(String job, ReadingPlace place) {
        long after = store.read(tx -> find(tx, job, place));
        return new EventCursor(store, log, job, tail.follow(job), after);
    }

    private long find(Transaction tx, String job, ReadingPlace place) {
        return switch (place) {
            case ReadingPlace.AfterEvent(long sequence) -> requireEvent(tx, job, sequence);
            case ReadingPlace.FromPiece(int index) ->
                index == 0 ? 0 : log.beforeAnew(tx, job).orElseGet(() -> findPiece(tx, job, index - 1));
        };
    }

    private long requireEvent(Transaction tx, String job, long sequence) {
        if (sequence > log.newest(tx, job)) {
            throw notYet("the job has no event of that number", "event", sequence);
        }
        return sequence;
    }

    /** Pieces are numbered without gaps, so the piece {@code n} further on is at least {@code n} events away: few jumps lead there. */
    private long findPiece(Transaction tx, String job, int index) {
        long from = index + 1L;
        while (true) {
            EventLog.Piece piece = log.pieceFrom(tx, job, from)
                    .orElseThrow(() -> notYet("the answer has no piece before that one", "index", index + 1L));
            if (piece.index() >= index) {
                return piece.sequence();
            }
            from = piece.sequence() + index - piece.index();
        }
    }

    private static ProblemException notYet(String detail, String name, long value) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, detail, Map.of(name, Long.toString(value)));
    }
}
