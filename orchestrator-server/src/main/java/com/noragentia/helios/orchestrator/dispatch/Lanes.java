/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Something for each lane: there from the start for the usual ones, made when first asked for where a model is named, since few ever are. Not
 * thread-safe.
 */
final class Lanes<T> {

    private final Function<LaneKey, T> make;
    private final Map<LaneKey, T> byKey = new LinkedHashMap<>();

    Lanes(Function<LaneKey, T> make) {
        this.make = make;
        LaneKey.USUAL.forEach(this::get);
    }

    T get(LaneKey lane) {
        T known = byKey.get(lane);
        if (known == null) {
            known = Objects.requireNonNull(make.apply(lane));
            byKey.put(lane, known);
        }
        return known;
    }

    boolean has(LaneKey lane) {
        return byKey.containsKey(lane);
    }

    /** Those that are there; a live view. */
    Set<LaneKey> keys() {
        return byKey.keySet();
    }

    void forEach(BiConsumer<LaneKey, T> step) {
        byKey.forEach(step);
    }
}
