/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

/** What this computer runs of a network: all of it, or a worker for the network of others. Thread-safe. */
public sealed interface SupervisedNetwork extends AutoCloseable permits LocalNetwork, JoinedNetwork {

    /** Starts its programs; what happens is told to the listener. */
    void begin();

    /** Ends its programs in good order; may be called more than once. */
    @Override
    void close();
}
