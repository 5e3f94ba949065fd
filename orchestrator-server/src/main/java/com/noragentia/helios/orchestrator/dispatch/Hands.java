/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each worker has in hand, and until when by the forecast; it does one thing after another. A worker that is gone keeps its leases
 * here until they end. Not thread-safe; lives on the writer's thread.
 */
final class Hands {

    /** What a device has in hand, in the order it was given. */
    private final Map<String, List<Held>> byDevice = new HashMap<>();

    /**
     * @param millis how long the worker itself works on it, by the forecast
     * @param since epoch milliseconds when it could begin, known for the first in hand
     */
    private record Held(String lease, double millis, long since) {}

    void take(String device, String lease, double millis, Instant now) {
        List<Held> held = byDevice.computeIfAbsent(device, _ -> new ArrayList<>(LeaseRules.LEASES_PER_WORKER));
        held.removeIf(old -> old.lease().equals(lease));
        held.add(new Held(lease, millis, now.toEpochMilli()));
    }

    void clear() {
        byDevice.clear();
    }

    /** Letting go of what it has not is nothing. */
    void letGo(String device, String lease, Instant now) {
        List<Held> held = byDevice.get(device);
        if (held == null) {
            return;
        }
        boolean wasFirst = held.getFirst().lease().equals(lease);
        held.removeIf(old -> old.lease().equals(lease));
        if (held.isEmpty()) {
            byDevice.remove(device);
        } else if (wasFirst) {
            Held next = held.getFirst();
            held.set(0, new Held(next.lease(), next.millis(), now.toEpochMilli()));
        }
    }

    /** When a worker could begin with a lease: once it had it and nothing before it. Empty while another is before it. */
    Optional<Instant> couldBeginAt(String device, String lease) {
        List<Held> held = byDevice.get(device);
        return held != null && held.getFirst().lease().equals(lease)
                ? Optional.of(Instant.ofEpochMilli(held.getFirst().since()))
                : Optional.empty();
    }

    int leases(String device) {
        return byDevice.getOrDefault(device, List.of()).size();
    }

    boolean hasFree(String device) {
        return leases(device) < LeaseRules.LEASES_PER_WORKER;
    }

    /** Epoch milliseconds; {@link Seat#IDLE} with nothing in hand. */
    long busyUntil(String device) {
        List<Held> held = byDevice.getOrDefault(device, List.of());
        if (held.isEmpty()) {
            return Seat.IDLE;
        }
        double millis = 0;
        for (Held one : held) {
            millis += one.millis();
        }
        return held.getFirst().since() + (long) millis;
    }
}
