/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A worker's temporary right to a task. Immutable.
 *
 * @param member who asked
 * @param model id of the model to use
 * @param attempt 1 for the first lease of the task
 * @param queuedAt when the task was first queued
 * @param length how long it lasts without progress
 * @param expiresAt when it ends unless progress renews it
 * @param mark how far its worker has come
 * @param stored how far the answer has come
 */
public record Lease(
        String id,
        String task,
        String job,
        String member,
        Expert expert,
        Holder holder,
        String model,
        int attempt,
        Instant queuedAt,
        Instant issuedAt,
        Duration length,
        Instant expiresAt,
        Mark mark,
        Stored stored) {

    /** Whether the worker belongs to the member who asked. */
    public boolean isOwn() {
        return member.equals(holder.member());
    }

    Lease in(String session, Instant newExpiry) {
        return copy(new Holder(holder.device(), holder.member(), holder.name(), session), newExpiry, mark, stored);
    }

    Lease until(Instant newExpiry) {
        return copy(holder, newExpiry, mark, stored);
    }

    Lease with(Mark newMark, Stored newStored) {
        return copy(holder, expiresAt, newMark, newStored);
    }

    /** The same, of an answer that begins at its first piece again. */
    Lease anew() {
        return copy(holder, expiresAt, mark, stored.anew());
    }

    /** The same, whose worker has said that it begins the answer at its first piece again. */
    Lease begunAnew() {
        return copy(holder, expiresAt, mark.begunAnew(), stored.anew());
    }

    private Lease copy(Holder newHolder, Instant newExpiry, Mark newMark, Stored newStored) {
        return new Lease(
                id, task, job, member, expert, newHolder, model, attempt, queuedAt, issuedAt, length, newExpiry,
                newMark, newStored);
    }

    /**
     * How far a worker has come with its lease. A report that shows the same again is no progress.
     *
     * @param piece the highest index it has sent; -1 before the first
     * @param done of the phase
     * @param isAnew whether it has said that it begins the answer anew
     */
    record Mark(int piece, Optional<Phase> phase, int done, boolean isAnew) {

        static final Mark NONE = new Mark(-1, Optional.empty(), 0, false);

        Mark with(Phase newPhase, int newDone) {
            boolean isSame = phase.filter(newPhase::equals).isPresent();
            return new Mark(piece, Optional.of(newPhase), isSame ? Math.max(done, newDone) : newDone, isAnew);
        }

        Mark withPiece(int index) {
            return new Mark(Math.max(piece, index), phase, done, isAnew);
        }

        Mark begunAnew() {
            return new Mark(piece, phase, done, true);
        }

        /** Whether its worker has brought a piece. */
        boolean hasPiece() {
            return piece >= 0;
        }
    }

    /**
     * What is stored of the answer so far, over all attempts.
     *
     * @param pieces how many pieces, since the answer was begun anew if it was
     * @param characters how long they are, together, with those that are void
     * @param reports how many reports of work that are not pieces
     * @param firstPieceAt when the first piece came
     */
    public record Stored(int pieces, long characters, int reports, Optional<Instant> firstPieceAt) {

        public static final Stored NOTHING = new Stored(0, 0, 0, Optional.empty());

        Stored since(Optional<Instant> first) {
            return new Stored(pieces, characters, reports, first);
        }

        Stored withPiece(int length, Instant now) {
            return new Stored(pieces + 1, characters + length, reports, Optional.of(firstPieceAt.orElse(now)));
        }

        /** What is stored is void, but it has been stored. */
        Stored anew() {
            return new Stored(0, characters, reports, firstPieceAt);
        }

        Stored withReport() {
            return new Stored(pieces, characters, reports + 1, firstPieceAt);
        }
    }
}
