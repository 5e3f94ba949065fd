/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import java.time.Clock;
import java.time.Duration;

/**
 * What newcomers solve: another puzzle each hour, that of the hour before being good as well. Nothing is kept, since a solution is worth
 * something to one key only; a restart makes new ones. Immutable and thread-safe.
 */
final class Puzzles {

    static final Duration CHANGE = Duration.ofHours(1);

    private final String seed;
    private final Clock clock;

    Puzzles(Secrets secrets, Clock clock) {
        this.seed = secrets.token();
        this.clock = clock;
    }

    String current() {
        return ofPeriod(period());
    }

    boolean isGood(String puzzle) {
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
