/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What every session works with.
 *
 * @param courier brings what dispatch tells a worker
 * @param later runs short steps on another thread
 */
record SessionParts(
        LeaseDesk leases,
        FileLinks links,
        Epochs epochs,
        Secrets secrets,
        ProbeTimes times,
        WorkerReceipts receipts,
        Sightings sightings,
        TokenBuckets buckets,
        Clock clock,
        Courier courier,
        Executor later) {}
