/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.message.FromWorker;

/** How far a connection has come: {@link Greeting}, then {@link Proving}, then {@link WorkerSession}. */
sealed interface Conversation permits Greeting, Proving, WorkerSession {

    /**
     * Counts a message before it is read. The few that are said before a worker has proven itself need no counting.
     *
     * @throws Breach if it is one too many
     */
    default void count(String text) throws Breach {}

    /**
     * Hears a message.
     *
     * @return where the conversation stands now
     * @throws Breach if such a message has no place here; the connection is to be closed
     */
    Conversation hear(FromWorker message) throws Breach;

    /** The connection has ended. */
    void ended();

    /** Whether the worker has proven who it is. */
    boolean isProven();
}
