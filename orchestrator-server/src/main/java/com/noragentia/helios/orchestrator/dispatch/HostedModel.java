/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;

/** A model on a worker: being loaded, or ready for tasks. */
public record HostedModel(String id, Set<Expert> experts, boolean ready) {}
