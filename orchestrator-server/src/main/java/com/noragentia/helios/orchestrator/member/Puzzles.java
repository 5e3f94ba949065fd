/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.SolvedPuzzle;
import com.noragentia.helios.protocol.crypto.Hashcash;
import java.time.Clock;
import java.time.Duration;

/**
 * What newcomers solve: another puzzle each hour, that of the hour before being good as well. Nothing is kept, since a solution is worth
 * something to one key only; a restart makes new ones. Immutable and thread-safe.
 */
final class Puzzles {

    static final Duration CHANGE = Duration.ofHours(1);

    private final String server;
    private final String seed;
    private final Clock clock;

    /** @param server its id: a solution is worth nothing to another */
    Puzzles(String server, Secrets secrets, Clock clock) {
        this.server = server;
        this.seed = secrets.token();
        this.clock = clock;
    }

    String current() {
        return ofPeriod(period());
    }

    /**
     * One hash.
     *
     * @throws ProblemException {@code puzzle-unsolved}
     */
    void requireSolved(SolvedPuzzle work, String publicKey) {
        Hashcash hashcash = new Hashcash(server, work.puzzle(), publicKey, Hashcash.BITS);
        if (!isGood(work.puzzle()) || !hashcash.isSolvedBy(work.solution())) {
            throw unsolved("the puzzle is old, or this does not solve it");
        }
    }

    static ProblemException unsolved(String detail) {
        return new ProblemException(ProblemCode.PUZZLE_UNSOLVED, detail);
    }

    private boolean isGood(String puzzle) {
        long period = period();
        return puzzle.equals(ofPeriod(period)) || puzzle.equals(ofPeriod(period - 1));
    }

    private long period() {
        return clock.millis() / CHANGE.toMillis();
    }

    private String ofPeriod(long period) {
        return Secrets.hash(seed + "\n" + period);
    }
}
