/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What has changed since it was written last, at most once a minute. For figures whose loss in a crash costs little: they are written
 * seldom and together. Not thread-safe; lives on the writer's thread.
 */
final class Changes<K> {

    static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final Set<K> changed = new LinkedHashSet<>();
    private Instant nextWrite = Instant.MIN;

    void add(K key) {
        changed.add(key);
    }

    /** What to write now; none before a minute has passed since the last time that there was any. */
    List<K> due(Instant now) {
        if (changed.isEmpty() || now.isBefore(nextWrite)) {
            return List.of();
        }
        nextWrite = now.plus(BETWEEN_WRITES);
        List<K> due = List.copyOf(changed);
        changed.clear();
        return due;
    }
}
