/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a device answered and has no receipt of yet, the oldest first. Not thread-safe. */
final class OpenAnswers {

    /** An answer that no receipt has come for, so long before a checkpoint, has none. */
    static final Duration RECEIPT_WITHIN = Duration.ofMinutes(2);
    /** More are not remembered; the oldest are forgotten first. */
    static final int MOST = 10_000;

    private final Map<String, Answered> byCommitment = new LinkedHashMap<>();

    /** As they were written down; no receipt comes any more to a device that is gone. */
    OpenAnswers(List<Answered> kept, VerifyingKey device) {
        kept.stream()
                .skip(Math.max(0, kept.size() - MOST))
                .filter(answer -> answer.isOf(device))
                .forEach(answer -> byCommitment.put(answer.commitment(), answer));
    }

    boolean has(String commitment) {
        return byCommitment.containsKey(commitment);
    }

    void add(Answered answer) {
        byCommitment.put(answer.commitment(), answer);
        if (byCommitment.size() > MOST) {
            byCommitment.remove(byCommitment.keySet().iterator().next());
        }
    }

    /** Its receipt has come; false where it is not remembered. */
    boolean remove(String commitment) {
        return byCommitment.remove(commitment) != null;
    }

    Collection<Answered> all() {
        return byCommitment.values();
    }

    int size() {
        return byCommitment.size();
    }

    /** Those for which no receipt has come in time. Own questions, and those of people one is close to, earn nothing and have none. */
    int missing(Instant now) {
        Instant latest = now.minus(RECEIPT_WITHIN);
        return (int) byCommitment.values().stream()
                .filter(answer -> Instant.ofEpochMilli(answer.at()).isBefore(latest))
                .count();
    }
}
