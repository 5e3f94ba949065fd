/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.orchestrator.placement.Host;
import com.noragentia.helios.orchestrator.placement.Move;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Puts the slice together. */
public final class WorkerWiring implements AutoCloseable {

    private final Courier courier = new Courier();
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
            ProbeTimes times,
            WorkerReceipts receipts,
            Sightings sightings,
            Secrets secrets,
            TokenBuckets buckets,
            Clock clock,
            ScheduledExecutorService timer) {
        this.desk = new SessionDesk(
                server,
                devices,
                offer,
                new SessionParts(
                        leases,
                        links,
                        new Epochs(clock),
                        secrets,
                        times,
                        receipts,
                        sightings,
                        buckets,
                        clock,
                        courier,
                        timer));
        this.routes = new WorkerRoutes(desk, buckets, timer);
    }

    public Routes routes() {
        return routes;
    }

    /** The workers that take tasks, and what they were told to host. */
    public List<Host> hosts() {
        return desk.hosts();
    }

    /** Makes a worker host something else, once it has finished what it does with what it gives up. */
    public void move(Move move) {
        desk.move(move);
    }

    /** The offer has changed: models that have other files now are ordered anew, once their workers have finished what they do with the old ones. */
    public void takeUpOffer() {
        desk.takeUpOffer();
    }

    /** Gives up on probes that are late, and orders anew what failed one; to be called every second or so. */
    public void tendProbes() {
        desk.tendProbes();
    }

    /** Ends the session of a device that may work no longer, if it has one. */
    public void dismiss(String device) {
        desk.dismiss(device);
    }

    /** Hands out receipts; to be called after each checkpoint of the ledger. */
    public void tendReceipts() {
        desk.tendReceipts();
    }

    /** Tells every worker that the orchestrator is about to stop, and lets go of it. */
    public void drain() {
        desk.drain();
    }

    /** Sends what is still to be said. To be called when the store has closed, from where all of it comes. */
    @Override
    public void close() {
        courier.close();
    }
}
