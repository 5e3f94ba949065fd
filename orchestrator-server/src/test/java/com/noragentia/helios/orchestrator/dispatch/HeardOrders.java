/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.SkipReason;
import java.util.Map;
import java.util.Queue;

/** A link to a worker that hears its tasks and nothing else. */
record HeardOrders(Queue<LeasedTask> tasks) implements WorkerLink {

    @Override
    public void run(LeasedTask task) {
        tasks.add(task);
    }

    @Override
    public void cancel(String lease) {}

    @Override
    public void passedOver(Map<SkipReason, Integer> skips) {}

    @Override
    public void reload(String model) {}
}
