/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A book for tests that are not about storage. */
final class SpeedsInMemory implements SpeedBook {

    private final Map<Hosting, Entry> entries = new LinkedHashMap<>();

    @Override
    public List<Entry> all(Transaction tx) {
        return List.copyOf(entries.values());
    }

    @Override
    public void put(Transaction tx, Entry entry) {
        entries.put(entry.hosting(), entry);
    }

    @Override
    public void delete(Transaction tx, Hosting hosting) {
        entries.remove(hosting);
    }
}
