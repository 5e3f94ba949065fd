/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tokens that were used a moment ago, by their hash, so that not every request asks the database. Whoever takes one back
 * there says so here, and it is good for nothing at once; what is not said is noticed after {@link #TRUSTED_MILLIS}. Thread-safe.
 */
final class KnownTokens {

    static final long TRUSTED_MILLIS = 30_000;
    private static final int REMEMBERED = 20_000;

    private record Known(Caller caller, long until) {}

    private final Clock clock;
    private final Map<String, Known> byHash = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts what was taken back, so that an answer from before is not remembered after. */
    private long taken;

    KnownTokens(Clock clock) {
        this.clock = clock;
    }

    /** Whose token it is; {@code stored} is asked where that is not known, and says until when it is good. */
    Optional<Caller> caller(String hash, Supplier<Optional<BearerToken>> stored) {
        long now = clock.millis();
        long before;
        synchronized (byHash) {
            before = taken;
            Known known = byHash.get(hash);
            if (known != null && now < known.until()) {
                return Optional.of(known.caller());
            }
        }
        Optional<BearerToken> found = stored.get();
        synchronized (byHash) {
            byHash.remove(hash);
            if (taken == before) {
                found.ifPresent(token -> byHash.put(hash, new Known(token.caller(), end(now, token.expiresAt()))));
            }
        }
        return found.map(BearerToken::caller);
    }

    /** Forgets the tokens of these callers. */
    void forget(Predicate<Caller> whose) {
        synchronized (byHash) {
            taken++;
            byHash.values().removeIf(known -> whose.test(known.caller()));
        }
    }

    /** Forgets one token. */
    void forget(String hash) {
        synchronized (byHash) {
            taken++;
            byHash.remove(hash);
        }
    }

    private static long end(long now, Instant expiresAt) {
        return Math.min(now + TRUSTED_MILLIS, expiresAt.toEpochMilli());
    }
}
