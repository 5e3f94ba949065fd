/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What each slot of the cache holds: a sequence that is being written, one kept for later, or nothing. Pure; not thread-safe. */
final class SlotTable {

    /** A kept sequence is taken over where it stands if at least so much of it is of use; otherwise the common part is copied. */
    private static final double WORTH_TAKING_OVER = 0.5;

    private final int step;
    private final List<Content> slots = new ArrayList<>();
    private long uses;

    /** @param step what is common counts up to a multiple of so many tokens ({@link ReadingPlan#step}) */
    SlotTable(int step) {
        this.step = step;
    }

    /** What is in a slot. */
    sealed interface Content {}

    /** Nothing. */
    record Free() implements Content {}

    /** A sequence in the making. */
    record Active() implements Content {}

    /** A sequence for later. */
    record Kept(KeptSequence sequence) implements Content {}

    /**
     * Where a request finds what was computed before.
     *
     * @param slot of the kept sequence
     * @param tokens that need not be computed again
     * @param whole whether the slot itself is to be used, for the rest of it is not worth keeping
     */
    record Match(int slot, int tokens, boolean whole) {}

    /** The kept sequence that has most in common with the first {@code toRead} tokens of a request; empty if none has anything. */
    Optional<Match> match(TokenSequence start, int toRead, Optional<String> conversation) {
        Optional<Match> best = Optional.empty();
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot) instanceof Kept(KeptSequence kept)) {
                int common = kept.commonPrefix(start, toRead, conversation) / step * step;
                if (common > best.map(Match::tokens).orElse(0)) {
                    boolean whole = common >= kept.tokens().length * WORTH_TAKING_OVER;
                    best = Optional.of(new Match(slot, common, whole));
                }
            }
        }
        return best;
    }

    int size() {
        return slots.size();
    }

    Content at(int slot) {
        return slots.get(slot);
    }

    /** A slot with nothing in it. */
    Optional<Integer> free() {
        return IntStream.range(0, size())
                .filter(slot -> slots.get(slot) instanceof Free)
                .boxed()
                .findFirst();
    }

    /** Slots of kept sequences, the last used first. */
    List<Integer> keptByUse() {
        return IntStream.range(0, size())
                .filter(slot -> slots.get(slot) instanceof Kept)
                .boxed()
                .sorted(Comparator.comparingLong((Integer slot) -> lastUse(slot))
                        .reversed())
                .toList();
    }

    /** Tokens of the kept sequence in a slot; 0 if there is none. */
    int keptTokens(int slot) {
        return slots.get(slot) instanceof Kept(KeptSequence kept) ? kept.tokens().length : 0;
    }

    void activate(int slot) {
        slots.set(slot, new Active());
    }

    void keep(int slot, int[] tokens, Optional<String> conversation) {
        slots.set(slot, new Kept(new KeptSequence(tokens, conversation, ++uses)));
    }

    /** Counts a use of the kept sequence in a slot. */
    void touch(int slot) {
        if (slots.get(slot) instanceof Kept(KeptSequence kept)) {
            keep(slot, kept.tokens(), kept.conversation());
        }
    }

    void empty(int slot) {
        slots.set(slot, new Free());
    }

    void swap(int one, int other) {
        Content moved = slots.set(one, slots.get(other));
        slots.set(other, moved);
    }

    /** Lays the slots out anew: each takes what {@code from} was in, or nothing where that is negative. */
    void relay(int[] from) {
        List<Content> old = List.copyOf(slots);
        slots.clear();
        for (int source : from) {
            slots.add(source < 0 ? new Free() : old.get(source));
        }
    }

    private long lastUse(int slot) {
        return slots.get(slot) instanceof Kept(KeptSequence kept) ? kept.lastUse() : 0;
    }
}
