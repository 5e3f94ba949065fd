/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.time.Duration;
import java.util.SplittableRandom;

/** Says how fast jobs are sent. */
sealed interface Pace {

    /** When sending ends, on the clock of {@link System#nanoTime}. */
    long until();

    /** As many as it takes to keep {@code window} unanswered: closed loop. */
    record Window(int window, long until) implements Pace {}

    /** As fast as they are accepted, at most {@code count} of them. */
    record Fill(int count, long until) implements Pace {}

    /** By a plan of chance moments (a Poisson process) that heeds no answer: open loop. */
    final class Plan implements Pace {

        private static final long SEED = 20_261_122;

        private final SplittableRandom random = new SplittableRandom(SEED);
        private final double nanosBetween;
        private final long until;
        private double next;

        Plan(double perSecond, Duration length) {
            this.nanosBetween = 1e9 / perSecond;
            long now = System.nanoTime();
            this.next = now;
            this.until = now + length.toNanos();
        }

        /** The next moment, if it is due. */
        boolean isDue(long now) {
            return next <= now && next < until;
        }

        /** Takes the moment that is due. */
        long take() {
            long due = (long) next;
            next -= nanosBetween * Math.log(1 - random.nextDouble());
            return due;
        }

        @Override
        public long until() {
            return until;
        }
    }

    static Pace window(int window, Duration length) {
        return new Window(window, System.nanoTime() + length.toNanos());
    }

    static Pace fill(int count, Duration atMost) {
        return new Fill(count, System.nanoTime() + atMost.toNanos());
    }
}
