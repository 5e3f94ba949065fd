/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;

/** Measured speeds, durably. */
interface SpeedBook {

    /** @param measuredAt when any part of it was measured last */
    record Entry(Hosting hosting, Speed speed, Instant measuredAt) {}

    /** All that is known, longest ago first. */
    List<Entry> all(Transaction tx);

    void put(Transaction tx, Entry entry);

    void delete(Transaction tx, Hosting hosting);
}
