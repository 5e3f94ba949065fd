/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import java.time.Duration;
import java.time.Instant;

/** A token bucket (Turner, "New directions in communications", 1986), filled by looking at the clock when it is asked. Not thread-safe. */
final class TokenBucket {

    private final RateLimit limit;
    private double level;
    private Instant asOf;

    /** A full one. */
    TokenBucket(RateLimit limit, Instant now) {
        this.limit = limit;
        this.level = (double) limit.burst();
        this.asOf = now;
    }

    /**
     * Takes tokens if there are enough; who asks for more than the bucket can hold needs a full one.
     *
     * @return how long until there would have been enough; zero where they were taken
     */
    Duration take(long tokens, Instant now) {
        fill(now);
        double wanted = (double) Math.min(tokens, limit.burst());
        if (wanted <= level) {
            level -= wanted;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((wanted - level) / limit.tokensPerNano()));
    }

    /** A clock that was set back fills nothing, and takes nothing away. */
    private void fill(Instant now) {
        level = levelAt(now);
        asOf = now;
    }

    private double levelAt(Instant now) {
        if (!now.isBefore(asOf.plus(limit.refill()))) { // also spares an overflow after a very long time
            return (double) limit.burst();
        }
        double gained = now.isAfter(asOf) ? (double) Duration.between(asOf, now).toNanos() * limit.tokensPerNano() : 0;
        return Math.min((double) limit.burst(), level + gained);
    }

    /** Whether it would be as good as new: to forget it forgives nothing. */
    boolean isFull(Instant now) {
        return levelAt(now) >= (double) limit.burst();
    }
}
