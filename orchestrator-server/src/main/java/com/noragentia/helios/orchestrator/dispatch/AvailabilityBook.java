/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.List;

/** How dependable devices are, durably. */
interface AvailabilityBook {

    record Entry(String device, Ends ends) {}

    /** All that is known, longest ago first. */
    List<Entry> all(Transaction tx);

    void put(Transaction tx, Entry entry);

    void delete(Transaction tx, String device);
}
