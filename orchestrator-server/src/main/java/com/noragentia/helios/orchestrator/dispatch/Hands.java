/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each worker has in hand, and until when by the forecast. It does one thing after another, but for the answers of a language model that
 * it writes side by side ({@link Room}). A worker that is gone keeps its leases here until they end. Not thread-safe; lives on the writer's
 * thread.
 */
final class Hands {

    /** What a device has in hand, in the order it was given. */
    private final Map<String, List<Held>> byDevice = new HashMap<>();

    /**
     * @param millis how long the worker itself works on it, by the forecast
     * @param since epoch milliseconds when it could begin, known for the first in line and for what is written side by side
     */
    private record Held(String lease, String model, double millis, long since) {

        Held from(Instant now) {
            return new Held(lease, model, millis, now.toEpochMilli());
        }

        double left(long now) {
            return Math.max(0, since + millis - now);
        }
    }

    void take(String device, String lease, String model, double millis, Instant now) {
        List<Held> held = byDevice.computeIfAbsent(device, _ -> new ArrayList<>(LeaseRules.LEASES_PER_WORKER));
        held.removeIf(old -> old.lease().equals(lease));
        held.add(new Held(lease, model, millis, now.toEpochMilli()));
    }

    void clear() {
        byDevice.clear();
    }

    /** Letting go of what it has not is nothing. */
    void letGo(String device, String lease, Room room, Instant now) {
        List<Held> held = byDevice.get(device);
        if (held == null) {
            return;
        }
        int before = firstInLine(held, room);
        boolean wasFirst = before >= 0 && held.get(before).lease().equals(lease);
        held.removeIf(old -> old.lease().equals(lease));
        if (held.isEmpty()) {
            byDevice.remove(device);
        } else if (wasFirst) {
            int next = firstInLine(held, room);
            if (next >= 0) {
                held.set(next, held.get(next).from(now));
            }
        }
    }

    /** Its index; -1 with nothing in line. */
    private static int firstInLine(List<Held> held, Room room) {
        for (int i = 0; i < held.size(); i++) {
            if (!room.isSideBySide(held.get(i).model())) {
                return i;
            }
        }
        return -1;
    }

    /** When a worker could begin with a lease: once it had it and nothing before it. Empty while another is before it. */
    Optional<Instant> couldBeginAt(String device, String lease, Room room) {
        List<Held> held = byDevice.getOrDefault(device, List.of());
        int first = firstInLine(held, room);
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).lease().equals(lease)) {
                return i == first || room.isSideBySide(held.get(i).model())
                        ? Optional.of(Instant.ofEpochMilli(held.get(i).since()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    int leases(String device) {
        return byDevice.getOrDefault(device, List.of()).size();
    }

    /** Whether it may have one more lease with this model. */
    boolean hasFree(String device, String model, Room room) {
        List<Held> held = byDevice.getOrDefault(device, List.of());
        int inLine = 0;
        int same = 0;
        for (Held one : held) {
            inLine += room.isSideBySide(one.model()) ? 0 : 1;
            same += one.model().equals(model) ? 1 : 0;
        }
        return room.isSideBySide(model)
                ? same < room.atOnce(model) && held.size() - inLine < Room.SIDE_BY_SIDE
                : inLine < LeaseRules.LEASES_PER_WORKER;
    }

    /**
     * Until when what is in hand delays one thing more: what stands in line by all its time, what is written side by side by the part that it
     * takes from others.
     *
     * @return epoch milliseconds; {@link Seat#IDLE} with nothing in hand
     */
    long busyUntil(String device, Room room, Instant now) {
        List<Held> held = byDevice.getOrDefault(device, List.of());
        if (held.isEmpty()) {
            return Seat.IDLE;
        }
        int first = firstInLine(held, room);
        long until = first < 0 ? now.toEpochMilli() : held.get(first).since();
        double millis = 0;
        for (Held one : held) {
            millis += room.isSideBySide(one.model()) ? LeaseRules.COMPANY * one.left(now.toEpochMilli()) : one.millis();
        }
        return until + (long) millis;
    }

    /** When all in hand will be done. */
    long doneAt(String device, Room room, Instant now) {
        long until = busyUntil(device, room, now);
        for (Held one : byDevice.getOrDefault(device, List.of())) {
            until = Math.max(until, now.toEpochMilli() + (long) one.left(now.toEpochMilli()));
        }
        return until;
    }
}
