/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * The buckets of all who have lately been here, so many for each limit at most. The one that was asked longest ago makes room for a
 * newcomer once it has filled up; until then the table is full, and {@link RateLimit.WhenFull} decides. Constant time, thread-safe.
 */
public final class TokenBuckets {

    /** About 10 MB if every table were full. */
    static final int KEYS_PER_LIMIT = 20_000;

    private final Clock clock;
    private final int keysPerLimit;
    private final boolean enforced;
    private final Map<RateLimit, LinkedHashMap<String, TokenBucket>> tables = new EnumMap<>(RateLimit.class);

    TokenBuckets(Clock clock, int keysPerLimit, boolean enforced) {
        this.clock = clock;
        this.keysPerLimit = keysPerLimit;
        this.enforced = enforced;
        for (RateLimit limit : RateLimit.values()) {
            tables.put(limit, new LinkedHashMap<>(16, 0.75f, true));
        }
    }

    /** @param enforced false where everybody is trusted: nothing is ever refused */
    public TokenBuckets(Clock clock, boolean enforced) {
        this(clock, KEYS_PER_LIMIT, enforced);
    }

    /** Whether anything is ever refused. */
    public boolean isEnforced() {
        return enforced;
    }

    /**
     * Takes a token.
     *
     * @throws ProblemException {@code rate-limited} if there is none
     */
    public void take(RateLimit limit, String key) {
        take(limit, key, 1);
    }

    /**
     * Takes tokens, all or none.
     *
     * @throws ProblemException {@code rate-limited} if there are too few
     */
    public void take(RateLimit limit, String key, long tokens) {
        Duration wait = ask(limit, key, tokens);
        if (wait.isPositive()) {
            throw RetryAfter.tooOften(limit.id(), wait);
        }
    }

    /** Takes a token; false if there is none. */
    public boolean tryTake(RateLimit limit, String key) {
        return tryTake(limit, key, 1);
    }

    /** Takes tokens, all or none; false if there are too few. */
    public boolean tryTake(RateLimit limit, String key, long tokens) {
        return ask(limit, key, tokens).isZero();
    }

    private Duration ask(RateLimit limit, String key, long tokens) {
        if (!enforced) {
            return Duration.ZERO;
        }
        LinkedHashMap<String, TokenBucket> table = Objects.requireNonNull(tables.get(limit));
        Instant now = clock.instant();
        synchronized (table) {
            TokenBucket bucket = table.get(key);
            if (bucket == null) {
                if (table.size() >= keysPerLimit && !forgetOldest(table, now)) {
                    return switch (limit.whenFull()) {
                        case ADMIT -> Duration.ZERO;
                        case REFUSE -> limit.refill();
                    };
                }
                bucket = new TokenBucket(limit, now);
                table.put(key, bucket);
            }
            return bucket.take(tokens, now);
        }
    }

    private static boolean forgetOldest(SequencedMap<String, TokenBucket> table, Instant now) {
        Map.Entry<String, TokenBucket> oldest = table.firstEntry();
        if (!oldest.getValue().isFull(now)) {
            return false;
        }
        table.pollFirstEntry();
        return true;
    }
}
