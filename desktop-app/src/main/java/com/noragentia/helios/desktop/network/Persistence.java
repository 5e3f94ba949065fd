/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.Backoff;
import com.noragentia.helios.connection.RetryAfter;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Patience with an orchestrator that does not answer for a while, because it restarts: waits between tries, and an end to them. */
final class Persistence {

    private final Clock clock;
    private final Duration patience;
    private final Backoff backoff;
    private final CountDownLatch closed;
    private Instant lastContact;

    /** {@code closed} ends every wait. */
    Persistence(Clock clock, Duration patience, Backoff backoff, CountDownLatch closed) {
        this.clock = clock;
        this.patience = patience;
        this.backoff = backoff;
        this.closed = closed;
        this.lastContact = clock.instant();
    }

    /** It answered; but one that hangs up each time it has answered is not to be asked again and again without a pause. */
    void contact() {
        lastContact = clock.instant();
    }

    /** It had something to say: all is well. */
    void news() {
        contact();
        backoff.reset();
    }

    /** Whether a problem may be gone in a moment. */
    static boolean passes(Problem problem) {
        return problem.code() == ProblemCode.NETWORK_UNREACHABLE || problem.code() == ProblemCode.SHUTTING_DOWN;
    }

    /**
     * Waits before the next try, at least as long as the orchestrator asks for.
     *
     * @throws ProblemException {@code last}, once patience is at its end
     */
    void pause(Problem last) throws InterruptedException {
        Duration silent = Duration.between(lastContact, clock.instant());
        if (silent.compareTo(patience) >= 0 || closed.await(wait(last).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(last);
        }
    }

    private Duration wait(Problem last) {
        Duration own = backoff.next();
        Duration asked = RetryAfter.of(last).orElse(Duration.ZERO);
        Duration wait = asked.compareTo(own) > 0 ? asked : own;
        return wait.compareTo(patience) > 0 ? patience : wait;
    }
}
