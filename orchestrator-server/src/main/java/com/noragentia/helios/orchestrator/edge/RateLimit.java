/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import java.time.Duration;
import java.util.Locale;

/**
 * How often is too often: every token bucket there is. A bucket holds {@link #burst} tokens when full and gains {@link #tokens} in each
 * {@link #per}; what finds too few in it is refused. The same table stands in docs/configuration.md.
 */
public enum RateLimit {
    REQUESTS_PER_ADDRESS(1_200, Duration.ofMinutes(1), 300, Key.ADDRESS, WhenFull.ADMIT),
    /** A code has 100 random bits, but nobody needs to try ten a minute. */
    ENROLMENTS_PER_ADDRESS(10, Duration.ofMinutes(1), 10, Key.ADDRESS, WhenFull.REFUSE),
    CHALLENGES_PER_ADDRESS(60, Duration.ofMinutes(1), 60, Key.ADDRESS, WhenFull.ADMIT),
    /** Each costs the orchestrator a signature check, about 0.8 ms. */
    TOKENS_PER_ADDRESS(60, Duration.ofMinutes(1), 60, Key.ADDRESS, WhenFull.REFUSE),
    /** Worker connections; each costs a signature check. */
    HANDSHAKES_PER_ADDRESS(20, Duration.ofSeconds(1), 40, Key.ADDRESS, WhenFull.ADMIT),
    /** Counted after the proof, or anybody could use up the sessions of another's device. */
    SESSIONS_PER_DEVICE(12, Duration.ofMinutes(1), 24, Key.DEVICE, WhenFull.ADMIT),
    /** Whatever a member does: asking where a job stands most of all. */
    REQUESTS_PER_MEMBER(1_200, Duration.ofMinutes(1), 400, Key.MEMBER, WhenFull.ADMIT),
    JOBS_PER_MEMBER(60, Duration.ofMinutes(1), 60, Key.MEMBER, WhenFull.ADMIT),
    /** The burst is two jobs with as many and as large files as a job may have. */
    UPLOAD_BYTES_PER_MEMBER(60_000_000, Duration.ofMinutes(1), 262_144_000, Key.MEMBER, WhenFull.ADMIT),
    /** The whole ledger in one file: anybody may have it, but not all the time. */
    LEDGER_EXPORTS_PER_ADDRESS(1, Duration.ofMinutes(1), 3, Key.ADDRESS, WhenFull.REFUSE),
    /** A worker that streams 200 tokens a second sends 200 messages; one that comes back sends what was missed at once. Counted by device: who is hung up on and comes back begins where it was. */
    WORKER_MESSAGES_PER_DEVICE(500, Duration.ofSeconds(1), 4_000, Key.DEVICE, WhenFull.REFUSE),
    /** The burst is eight messages of the largest size. */
    WORKER_BYTES_PER_DEVICE(1_048_576, Duration.ofSeconds(1), 16_777_216, Key.DEVICE, WhenFull.REFUSE);

    /** Who shares a bucket. */
    public enum Key {
        /** An IPv4 address or an IPv6 /64: see {@link ClientAddress}. */
        ADDRESS,
        DEVICE,
        MEMBER
    }

    /** What happens to a newcomer when so many keys are remembered that none can be forgotten without forgiving it. */
    public enum WhenFull {
        /** Fails open: better an uncounted guest than a locked out one. */
        ADMIT,
        /** Fails closed: guarding something is worth a newcomer's wait. */
        REFUSE
    }

    private final long tokens;
    private final Duration per;
    private final long burst;
    private final Key key;
    private final WhenFull whenFull;

    RateLimit(long tokens, Duration per, long burst, Key key, WhenFull whenFull) {
        this.tokens = tokens;
        this.per = per;
        this.burst = burst;
        this.key = key;
        this.whenFull = whenFull;
    }

    /** Its name in replies and in the documents, such as {@code jobs-per-member}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tokens that a bucket gains in each {@link #per}; a token is a request, a message or a byte. */
    public long tokens() {
        return tokens;
    }

    public Duration per() {
        return per;
    }

    /** Tokens in a full bucket. */
    public long burst() {
        return burst;
    }

    public Key key() {
        return key;
    }

    public WhenFull whenFull() {
        return whenFull;
    }

    double tokensPerNano() {
        return (double) tokens / (double) per.toNanos();
    }

    /** A bucket untouched for so long is full again, and as good as new. */
    Duration refill() {
        return Duration.ofNanos((long) Math.ceil((double) burst / tokensPerNano()));
    }
}
