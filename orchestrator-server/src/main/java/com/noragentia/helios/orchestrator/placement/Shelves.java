/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What each device hosted lately, and so has on its disk or even still in its memory. Forgotten at a restart. Not thread-safe. */
final class Shelves {

    /** Devices remembered; whoever was seen longest ago goes first. */
    static final int DEVICES = 100_000;
    /** Who comes back within this time is given what it had. */
    static final Duration RETURN = Duration.ofMinutes(15);

    private record Shelf(Set<String> onDisk, Set<String> last, Instant seen) {}

    private final Map<String, Shelf> byDevice = new LinkedHashMap<>();

    /** A device is there, with these models. */
    void seen(String device, Set<String> models, Instant now) {
        Shelf before = byDevice.remove(device);
        Set<String> onDisk = before == null ? new HashSet<>() : before.onDisk();
        onDisk.addAll(models);
        byDevice.put(device, new Shelf(onDisk, Set.copyOf(models), now));
        if (byDevice.size() > DEVICES) {
            byDevice.remove(byDevice.keySet().iterator().next());
        }
    }

    /** A device that was seen is about to host other models. */
    void moved(Move move, Instant now) {
        Shelf shelf = byDevice.get(move.device());
        if (shelf != null) {
            Set<String> models = new HashSet<>(shelf.last());
            move.release().forEach(models::remove);
            models.add(move.host());
            seen(move.device(), models, now);
        }
    }

    boolean isOnDisk(String device, String model) {
        Shelf shelf = byDevice.get(device);
        return shelf != null && shelf.onDisk().contains(model);
    }

    /** Whether a device had this model just now, before its connection broke. */
    boolean hadLast(String device, String model, Instant now) {
        Shelf shelf = byDevice.get(device);
        return shelf != null
                && shelf.last().contains(model)
                && !shelf.seen().plus(RETURN).isBefore(now);
    }
}
