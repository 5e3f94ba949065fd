/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.Limit;
import java.time.Duration;
import java.util.List;

/** Limits of leases and attempts. Pure. */
final class LeaseRules {

    /** How long a worker whose connection broke may take to come back. */
    static final Duration GRACE = Duration.ofSeconds(10);
    /** How long a worker may take to come back after the orchestrator was away; some wait longer before they try again. */
    static final Duration GRACE_AFTER_OUTAGE = Duration.ofSeconds(30);
    /** Setbacks of one task that an amnesty forgives, or that owners who needed their computers caused. */
    static final int FORGIVEN_PER_TASK = 10;
    /** Renewals closer than this to the last one are not worth a write. */
    static final Duration RENEWAL_STEP = Duration.ofSeconds(5);
    /** After the orchestrator has been away, leases lost within this time count against nobody. */
    static final Duration AMNESTY = Duration.ofMinutes(2);
    /** How long a task may wait, since it was queued or came back. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(20);
    /** Leases a worker may have of what it does one after another: one to work on, one to fetch the files of. */
    static final int LEASES_PER_WORKER = 2;
    /**
     * How much longer an answer takes for each that is written beside it: eight at once come to 2.5 to 2.8 times the tokens a second of one
     * (docs/performance.md).
     */
    static final double COMPANY = 0.3;
    /** Pieces of one answer that are taken. */
    static final int PIECES_PER_TASK = 50_000;
    /** Length of one answer that is taken. */
    static final long CHARACTERS_PER_TASK = 4_000_000;
    /** Of one answer, what each token counts for beside its words: it is stored in digits. */
    private static final int CHARACTERS_PER_TOKEN = 8;
    /** Reports of work that are passed on; later ones at most renew the lease. */
    static final int REPORTS_PER_TASK = 1_000;
    /** Owners whose workers a task may crash before nobody else is asked to try. */
    static final int OWNERS_CRASHED = 2;

    private LeaseRules() {}

    /** Whether a task has had its last attempt; those that an outage or an owner cost do not count. */
    static boolean isExhausted(LiveTask task) {
        return task.attempts() - task.forgiven() >= Limit.ATTEMPTS_PER_TASK.value();
    }

    /** Whether a task has crashed the workers of so many owners that it must be the cause. */
    static boolean isPoison(LiveTask task) {
        return task.crashes().stream().map(Setback::owner).distinct().count() >= OWNERS_CRASHED;
    }

    /** Whether a piece comes next and still fits. */
    static boolean isWelcome(Lease.Stored stored, int index, String text) {
        return index == stored.pieces()
                && index < PIECES_PER_TASK
                && stored.characters() + text.length() <= CHARACTERS_PER_TASK;
    }

    /** Whether these can be what a language model wrote for one piece. */
    static boolean areTokens(List<Integer> tokens) {
        return !Limit.PIECE_TOKENS.isPassedBy(tokens.size()) && tokens.stream().allMatch(token -> token >= 0);
    }

    /** What a piece counts towards the length of its answer. */
    static int characters(String text, List<Integer> tokens) {
        return text.length() + CHARACTERS_PER_TOKEN * tokens.size();
    }
}
