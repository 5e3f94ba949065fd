/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.message.FromWorker;

/** Takes messages to the orchestrator over one session. After the session's end it swallows them. Thread-safe, never blocks. */
@FunctionalInterface
interface Outbox {

    void send(FromWorker message);

    /** Whether the orchestrator at its other end understands what belongs to a feature of {@code Welcome}. */
    default boolean understands(String feature) {
        return false;
    }
}
