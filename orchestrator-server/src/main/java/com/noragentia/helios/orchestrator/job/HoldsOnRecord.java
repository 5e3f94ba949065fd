/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Errand;
import com.noragentia.helios.orchestrator.dispatch.OpenTask;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds out anew what is held for jobs, from their tasks that have not ended, each of which says what was held for it: the ledger keeps holds in
 * memory alone.
 */
record HoldsOnRecord(Supplier<TaskDesk> tasks, PartTable parts, Charges charges) implements OpenHolds {

    @Override
    public List<OpenHold> open(Transaction tx) {
        Map<String, OpenHold> byJob = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        for (OpenTask task : tasks.get().open(tx)) {
            if (!task.ownOnly() && !Errand.isErrand(task.job())) {
                open.add(task.task());
                byJob.merge(task.job(), hold(task, charges.outlay(task)), HoldsOnRecord::together);
            }
        }
        parts.fanned(tx).forEach((job, fanned) -> {
            if (!open.contains(TaskNames.reduce(job))) {
                byJob.computeIfPresent(job, (_, hold) -> withReduction(hold, fanned));
            }
        });
        return List.copyOf(byJob.values());
    }

    private static OpenHold hold(OpenTask task, Outlay outlay) {
        return new OpenHold(task.job(), task.member(), outlay);
    }

    private static OpenHold together(OpenHold one, OpenHold other) {
        return new OpenHold(one.job(), one.member(), one.remaining().plus(other.remaining()));
    }

    /** While parts are at work, what puts them together is still to be paid. */
    private OpenHold withReduction(OpenHold hold, PartTable.Fanned fanned) {
        Outlay reduction =
                fanned.held().orElseGet(() -> charges.toReduce(fanned.reduction(), fanned.files(), Optional.empty()));
        return new OpenHold(hold.job(), hold.member(), hold.remaining().plus(reduction));
    }
}
