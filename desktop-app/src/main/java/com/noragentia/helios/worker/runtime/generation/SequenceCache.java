/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OrtException;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives sequences their slots in the keys and values, and keeps those that are over for requests that begin alike. For one thread. */
final class SequenceCache implements AutoCloseable {

    private final CacheBudget budget;
    private final KeyValues keyValues;
    private final List<Writing> active = new ArrayList<>();
    private final int step;
    private SlotTable slots;
    private CacheShape shape = CacheShape.NONE;

    /** @param step what is kept is of use up to a multiple of so many tokens ({@link ReadingPlan#step}) */
    SequenceCache(CacheBudget budget, KeyValues keyValues, int step) {
        this.budget = budget;
        this.keyValues = keyValues;
        this.step = step;
        this.slots = new SlotTable(step);
    }

    KeyValues keyValues() {
        return keyValues;
    }

    /** Sequences in the making, the first come first. */
    List<Writing> active() {
        return List.copyOf(active);
    }

    /** Whether no sequence is in the making. */
    boolean isIdle() {
        return active.isEmpty();
    }

    /** The first come of those whose tokens are still to be read; null if there is none. */
    @Nullable
    Writing firstReading() {
        for (Writing writing : active) {
            if (writing.isReading()) {
                return writing;
            }
        }
        return null;
    }

    /** Those that are read and are written on, the first come first. */
    List<Writing> writing() {
        List<Writing> writing = new ArrayList<>(active.size());
        for (Writing each : active) {
            if (!each.isReading()) {
                writing.add(each);
            }
        }
        return writing;
    }

    /** Ends those that nobody wants any more. */
    void endUnwanted() {
        for (Writing writing : active()) {
            if (writing.isUnwanted()) {
                end(writing);
            }
        }
    }

    /** Whether one more sequence can be computed to its end beside those at hand. */
    boolean admits(Writing newcomer) {
        int longest = active.stream().mapToInt(Writing::longest).reduce(newcomer.longest(), Math::max);
        return budget.admits(active.size() + 1, longest);
    }

    /** Gives a sequence a slot, and in it what is known of it from before. */
    void begin(Writing newcomer) throws OrtException {
        TokenSequence start = newcomer.sequence();
        Optional<String> conversation = newcomer.request().conversation();
        if (!newcomer.request().kept()) {
            beginAt(makeSlot(newcomer), newcomer);
            return;
        }
        Optional<SlotTable.Match> match = slots.match(start, newcomer.toRead(), conversation);
        if (match.isPresent() && match.get().whole()) {
            takeOver(newcomer, match.get());
            return;
        }
        match.map(SlotTable.Match::slot).ifPresent(slots::touch);
        int slot = makeSlot(newcomer);
        beginAt(slot, newcomer);
        match = slots.match(start, newcomer.toRead(), conversation);
        if (match.isPresent()) {
            keyValues.copy(match.get().slot(), slot, match.get().tokens());
            newcomer.begin(slot, match.get().tokens());
        }
    }

    private int makeSlot(Writing newcomer) throws OrtException {
        makeRoom(newcomer.expected(), true);
        return slots.free().orElseThrow();
    }

    private void beginAt(int slot, Writing newcomer) {
        slots.activate(slot);
        active.add(newcomer);
        newcomer.begin(slot, 0);
    }

    private void takeOver(Writing newcomer, SlotTable.Match match) throws OrtException {
        slots.activate(match.slot());
        active.add(newcomer);
        newcomer.begin(match.slot(), match.tokens());
        makeRoom(newcomer.expected());
    }

    /** Makes room for a sequence of so many tokens, wherever it is; slots may move. */
    void makeRoom(int tokens) throws OrtException {
        makeRoom(tokens, false);
    }

    private void makeRoom(int tokens, boolean newSlot) throws OrtException {
        int longest = tokens;
        for (Writing writing : active) { // before each token: a stream would cost more than all else here
            longest = Math.max(longest, writing.expected());
        }
        Optional<CacheLayout> layout = CacheLayout.withRoom(budget, shape, slots, longest, newSlot);
        if (layout.isPresent()) {
            keyValues.relay(layout.get(), lengths());
            shape = layout.get().shape();
            slots.relay(layout.get().from());
            follow(layout.get().from());
        }
    }

    private int[] lengths() {
        int[] lengths = new int[slots.size()];
        for (int slot = 0; slot < lengths.length; slot++) {
            lengths[slot] = slots.keptTokens(slot);
        }
        active.forEach(writing -> lengths[writing.slot()] = writing.computed());
        return lengths;
    }

    private void follow(int[] from) {
        Map<Integer, Writing> bySlot = active.stream().collect(Collectors.toMap(Writing::slot, Function.identity()));
        for (int slot = 0; slot < from.length; slot++) {
            Writing moved = bySlot.get(from[slot]);
            if (moved != null) {
                moved.moveTo(slot);
            }
        }
    }

    /** Brings sequences into the first slots; returns them in the order of these. */
    List<Writing> toFront(List<Writing> writers) {
        for (SlotSwap swap :
                SlotSwap.toFront(writers.stream().map(Writing::slot).toList())) {
            int[] lengths = lengths();
            keyValues.swap(swap.front(), lengths[swap.front()], swap.back(), lengths[swap.back()]);
            slots.swap(swap.front(), swap.back());
            follow(swap.of(slots.size()));
        }
        return writers.stream().sorted(Comparator.comparingInt(Writing::slot)).toList();
    }

    /** A sequence is over; what was computed of it may be of use later. */
    void end(Writing writing) {
        active.remove(writing);
        int[] tokens = writing.reusable(step);
        if (tokens.length == 0 || !writing.request().kept()) {
            slots.empty(writing.slot());
        } else {
            slots.keep(writing.slot(), tokens, writing.request().conversation());
        }
    }

    /** Forgets everything, after a failure that nobody knows the extent of. */
    void forgetAll() {
        active.clear();
        slots = new SlotTable(step);
        shape = CacheShape.NONE;
        keyValues.close();
    }

    @Override
    public void close() {
        forgetAll();
    }
}
