/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.edge.ClientAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the connections from each address that have not proven yet whose they are. Thread-safe. */
final class UnprovenConnections {

    static final int PER_ADDRESS = 16;

    private final boolean isEnforced;
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    /** @param isEnforced false where everybody is trusted */
    UnprovenConnections(boolean isEnforced) {
        this.isEnforced = isEnforced;
    }

    /** A place that a connection takes until it has proven itself or is gone; none if its address has taken all. The owner's own are not counted. */
    Optional<Place> enter(ClientAddress client) {
        String key = client.isOwner() ? "" : client.key();
        int taken = byAddress.merge(key, 1, Integer::sum);
        Place place = new Place(key);
        if (taken > PER_ADDRESS && !client.isOwner() && isEnforced) {
            place.leave();
            return Optional.empty();
        }
        return Optional.of(place);
    }

    /** One of the places of an address. */
    final class Place {

        private final String key;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(String key) {
            this.key = key;
        }

        /** Gives the place to others; more than once does nothing. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                byAddress.computeIfPresent(key, (_, taken) -> taken == 1 ? null : taken - 1);
            }
        }
    }
}
