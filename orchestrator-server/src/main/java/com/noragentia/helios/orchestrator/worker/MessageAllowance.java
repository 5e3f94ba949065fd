/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.edge.RateLimit;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;

/** How much one device may say. Thread-safe. */
record MessageAllowance(TokenBuckets buckets, String device) {

    /** Counts a message before it is read. */
    void count(String text) throws Breach {
        if (!buckets.tryTake(RateLimit.WORKER_MESSAGES_PER_DEVICE, device)) {
            throw new Breach("too many messages");
        }
        if (!buckets.tryTake(RateLimit.WORKER_BYTES_PER_DEVICE, device, text.length())) {
            throw new Breach("too many bytes");
        }
    }
}
