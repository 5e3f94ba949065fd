/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.Limit;
import java.time.Duration;
import java.time.Instant;

/** The arithmetic of leases. Pure. */
final class LeaseRules {

    /** How long a lease lasts without progress. */
    static final Duration LIFE = Duration.ofSeconds(60);
    /** How long a lease lasts at most, whatever its worker reports. */
    static final Duration LONGEST = Duration.ofMinutes(15);
    /** How long a worker whose connection broke may take to come back. */
    static final Duration GRACE = Duration.ofSeconds(10);
    /** Renewals closer than this to the last one are not worth a write. */
    static final Duration RENEWAL_STEP = Duration.ofSeconds(5);
    /** Leases a worker may have at once: one to work on, one to fetch the files of. */
    static final int LEASES_PER_WORKER = 2;
    /** Pieces of one answer that are taken. */
    static final int PIECES_PER_TASK = 50_000;
    /** Length of one answer that is taken. */
    static final long CHARACTERS_PER_TASK = 4_000_000;
    /** Reports of work that are passed on; later ones at most renew the lease. */
    static final int REPORTS_PER_TASK = 1_000;

    private LeaseRules() {}

    /** When a lease ends that was issued at {@code issuedAt} and has moved just {@code now}. */
    static Instant expiry(Instant issuedAt, Instant now) {
        Instant end = now.plus(LIFE);
        Instant latest = issuedAt.plus(LONGEST);
        return end.isBefore(latest) ? end : latest;
    }

    static boolean isWorthRenewing(Lease lease, Instant now) {
        return Duration.between(lease.expiresAt(), expiry(lease.issuedAt(), now))
                        .compareTo(RENEWAL_STEP)
                >= 0;
    }

    static boolean wasLastAttempt(int attempts) {
        return attempts >= Limit.ATTEMPTS_PER_TASK.value();
    }

    /** Whether a piece comes next and still fits. */
    static boolean isWelcome(Lease.Stored stored, int index, String text) {
        return index == stored.pieces()
                && index < PIECES_PER_TASK
                && stored.characters() + text.length() <= CHARACTERS_PER_TASK;
    }
}
