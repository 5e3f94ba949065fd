/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The newest events of one job. Not thread-safe. */
final class EventRing {

    static final int EVENTS = 256;
    /** An event may have millions, and many jobs are followed at once. */
    static final int CHARACTERS = 256 * 1024;

    private final @Nullable StoredEvent[] slots = new StoredEvent[EVENTS];
    private long oldest = 1;
    private long newest;
    private long characters;

    /** Adds an event; where it is not the one after the newest, those before it are let go of. */
    void add(StoredEvent event) {
        if (event.sequence() != newest + 1) {
            letGoUntil(newest + 1);
            oldest = event.sequence();
        }
        newest = event.sequence();
        letGoUntil(newest - EVENTS + 1);
        slots[slot(newest)] = event;
        characters += event.body().length();
        while (characters > CHARACTERS) {
            letGoUntil(oldest + 1);
        }
    }

    private void letGoUntil(long sequence) {
        for (; oldest < sequence; oldest++) {
            characters -= at(oldest).body().length();
            slots[slot(oldest)] = null;
        }
    }

    /** What follows event number {@code reached}; nothing where that is no longer here. */
    Optional<List<StoredEvent>> after(long reached) {
        return reached < newest && reached + 1 < oldest
                ? Optional.empty()
                : Optional.of(LongStream.rangeClosed(reached + 1, newest)
                        .mapToObj(this::at)
                        .toList());
    }

    private StoredEvent at(long sequence) {
        return Objects.requireNonNull(slots[slot(sequence)]);
    }

    private static int slot(long sequence) {
        return (int) (sequence % EVENTS);
    }
}
