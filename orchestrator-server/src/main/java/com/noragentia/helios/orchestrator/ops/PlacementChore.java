/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.placement.Placement;
import com.noragentia.helios.orchestrator.worker.WorkerWiring;
import java.time.Clock;
import java.time.Instant;

/** Lets placement move workers every {@link Placement#INTERVAL}, by the clock that was handed in. For one thread. */
final class PlacementChore implements Chore {

    private final Placement placement;
    private final WorkerWiring workers;
    private final Clock clock;
    private Instant next;

    PlacementChore(Placement placement, WorkerWiring workers, Clock clock) {
        this.placement = placement;
        this.workers = workers;
        this.clock = clock;
        this.next = clock.instant().plus(Placement.INTERVAL);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(Placement.INTERVAL);
            placement.tick(workers.hosts(), now).forEach(workers::move);
        }
    }
}
