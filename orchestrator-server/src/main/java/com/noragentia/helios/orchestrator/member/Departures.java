/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Ends at once what a device had, whether it is revoked, changes its owner, or goes with its account. Thread-safe. */
final class Departures {

    private final KnownTokens known;
    private final TokenTable tokens = new TokenTable();
    private final WebLinkTable links = new WebLinkTable();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    Departures(KnownTokens known) {
        this.known = known;
    }

    /** Tells of every device that is gone from where it was, on the writer's thread: what it does must be short and must not wait. */
    void tell(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Voids the device's tokens and those it made, with its web sessions; what works for it hears of it once that is durable. */
    void moved(Transaction tx, String device) {
        tokens.deleteOfDevice(tx, device);
        links.deleteOfDevice(tx, device);
        tx.afterCommit(() -> {
            known.forget(caller -> caller.device().equals(device));
            listeners.forEach(listener -> listener.accept(device));
        });
    }
}
