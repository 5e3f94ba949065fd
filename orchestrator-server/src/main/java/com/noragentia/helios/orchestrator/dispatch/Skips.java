/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.SkipReason;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Why what waits does not go to a certain worker. Pure. */
final class Skips {

    private Skips() {}

    /**
     * How many of the waiting tasks pass a worker by, for which reason; each counts once. Empty when nothing waits.
     *
     * @param hasHandFree whether it could take one more lease
     * @param waiting how many tasks wait in each queue, without those that are parked
     */
    static Map<SkipReason, Integer> of(
            OnlineWorker worker, boolean hasHandFree, Map<LaneKey, Integer> waiting, Collection<Parked> parked) {
        Map<SkipReason, Integer> skips = new EnumMap<>(SkipReason.class);
        waiting.forEach((lane, count) -> {
            if (count > 0) {
                skips.merge(reason(worker, hasHandFree, lane, Set.of()), count, Integer::sum);
            }
        });
        for (Parked task : parked) {
            LaneKey lane = task.ticket().lane();
            skips.merge(reason(worker, hasHandFree, lane, task.failedBefore()), 1, Integer::sum);
        }
        return skips;
    }

    /** The first that holds, in the order of {@link SkipReason}. */
    private static SkipReason reason(OnlineWorker worker, boolean hasHandFree, LaneKey lane, Set<String> failedBefore) {
        if (worker.draining()) {
            return SkipReason.DRAINING;
        }
        if (worker.ownOnly()) {
            return SkipReason
                    .OWN_ONLY; // what waits of its own member's waits for hands or models, and is told where it was
            // asked
        }
        if (!worker.could(lane)) {
            return SkipReason.MODEL_NOT_HOSTED;
        }
        if (worker.readyFor(lane).isEmpty()) {
            return SkipReason.MODEL_NOT_READY;
        }
        if (failedBefore.contains(worker.device())) {
            return SkipReason.FAILED_BEFORE;
        }
        return hasHandFree ? SkipReason.OTHER_CHOSEN : SkipReason.BUSY;
    }
}
