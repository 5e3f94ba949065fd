/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells workers with nothing to do why that is, whenever it has changed. Not thread-safe; lives on the writer's thread. */
final class SkipReports {

    static final Duration INTERVAL = Duration.ofSeconds(30);

    /** Tasks that are parked are looked at one by one, for each worker. */
    private static final int PARKED_COUNTED = 100;

    private final Workforce workforce;
    private final Map<String, Map<SkipReason, Integer>> told = new HashMap<>();
    private Instant next = Instant.MIN;

    SkipReports(Workforce workforce) {
        this.workforce = workforce;
    }

    /** Every {@link #INTERVAL}; to be called as often as one likes. */
    void tell(TaskMirror tasks, Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(INTERVAL);
        Map<LaneKey, Integer> waiting = new HashMap<>();
        for (LaneKey lane : tasks.lanes()) {
            waiting.put(lane, tasks.queue(lane).size());
        }
        Collection<Parked> parked =
                tasks.parked().stream().limit(PARKED_COUNTED).toList();
        Collection<OnlineWorker> workers = workforce.roster().workers();
        told.keySet().retainAll(workers.stream().map(SkipReports::session).collect(Collectors.toSet()));
        for (OnlineWorker worker : workers) {
            if (tasks.heldBy(worker.device()).isEmpty()) {
                tell(worker, Skips.of(worker, true, waiting, parked));
            }
        }
    }

    private void tell(OnlineWorker worker, Map<SkipReason, Integer> skips) {
        if (!skips.equals(told.getOrDefault(session(worker), Map.of()))) {
            told.put(session(worker), skips);
            worker.link().passedOver(skips);
        }
    }

    private static String session(OnlineWorker worker) {
        return worker.holder().session();
    }
}
