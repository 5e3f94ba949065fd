/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/** Puts the slice together. */
public final class WorkerWiring {

    private final SessionDesk desk;
    private final Routes routes;

    /**
     * @param server the orchestrator's id, part of what workers sign
     * @param timer runs short steps later
     */
    public WorkerWiring(
            String server,
            KnownDevices devices,
            ModelOffer offer,
            FileLinks links,
            LeaseDesk leases,
            Secrets secrets,
            TokenBuckets buckets,
            Clock clock,
            ScheduledExecutorService timer) {
        this.desk = new SessionDesk(server, devices, offer, links, leases, secrets, buckets, clock);
        this.routes = new WorkerRoutes(desk, buckets, timer);
    }

    public Routes routes() {
        return routes;
    }

    /** Tells every worker that the orchestrator is about to stop, and lets go of it. */
    public void drain() {
        desk.drain();
    }
}
