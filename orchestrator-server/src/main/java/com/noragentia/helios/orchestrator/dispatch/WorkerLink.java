/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.SkipReason;
import java.util.Map;

/** The way to a worker that is online. Calls return at once; to a worker that has just gone they do nothing. */
public interface WorkerLink {

    void run(LeasedTask task);

    void cancel(String lease);

    /** Why it has nothing to do, though tasks wait: how many of them for which reason; empty when none waits. */
    void passedOver(Map<SkipReason, Integer> skips);

    /** The model failed a task: the worker is to load it anew. */
    void reload(String model);
}
