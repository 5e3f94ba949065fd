/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;

/** How much one connection may say. Not thread-safe. */
final class MessageAllowance {

    private final TokenBuckets.Allowance messages;
    private final TokenBuckets.Allowance bytes;

    MessageAllowance(TokenBuckets buckets) {
        this.messages = buckets.allowance(RateLimit.WORKER_MESSAGES_PER_SESSION);
        this.bytes = buckets.allowance(RateLimit.WORKER_BYTES_PER_SESSION);
    }

    /** Counts a message before it is read. */
    void count(String text) throws Breach {
        if (!messages.take(1)) {
            throw new Breach("too many messages");
        }
        if (!bytes.take(text.length())) {
            throw new Breach("too many bytes");
        }
    }
}
