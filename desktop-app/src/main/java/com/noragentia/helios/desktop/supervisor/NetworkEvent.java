/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.worker.agent.WorkerReport;
import java.net.URI;

/** What a network on this computer lets its listeners know. */
public sealed interface NetworkEvent {

    /** The orchestrator accepts requests. */
    record OrchestratorReady(URI address) implements NetworkEvent {}

    /** This computer belongs to the network, and questions may be asked. */
    record Open(URI address) implements NetworkEvent {}

    /** The worker said something. */
    record Worker(WorkerReport report) implements NetworkEvent {}

    /** It could not be opened; it will be tried again. {@code reason} is for the log. */
    record Trouble(String reason) implements NetworkEvent {}

    /** A program died again and again before it was ever ready, and is not tried again. {@code lastWords} is what it complained of last. */
    record GivenUp(String lastWords) implements NetworkEvent {}
}
