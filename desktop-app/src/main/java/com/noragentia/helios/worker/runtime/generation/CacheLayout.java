/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A new layout of the cache.
 *
 * @param shape what it becomes
 * @param from the slot that each new slot's content is in now; -1 for one with nothing in it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody but tests, which look inside
record CacheLayout(CacheShape shape, int[] from) {

    private static final int NOTHING = -1;

    /** Slots are made shorter, which copies what is kept, when they get so many times shorter. */
    private static final int WORTH_SHRINKING = 4;

    /**
     * The layout that has room for what is asked, or empty if the present one has; keeps as many of the sequences kept for later as the
     * budget allows, the last used first.
     *
     * @param now the present shape
     * @param slots what its slots hold
     * @param longest tokens of the longest sequence that is computed, or about to be
     * @param newSlot whether a free slot is needed
     */
    static Optional<CacheLayout> withRoom(
            CacheBudget budget, CacheShape now, SlotTable slots, int longest, boolean newSlot) {
        boolean roomy = longest <= now.capacity();
        if (roomy && (!newSlot || slots.free().isPresent())) {
            return Optional.empty();
        }
        CacheShape wider = wider(budget, now);
        if (roomy && wider.slots() > now.slots()) {
            return Optional.of(new CacheLayout(wider, grown(now.slots(), wider.slots())));
        }
        if (roomy && needsMostOf(budget, now, slots, longest)) {
            return Optional.of(new CacheLayout(now, without(slots.keptByUse().getLast(), now.slots())));
        }
        return Optional.of(packed(budget, now, slots, longest, newSlot));
    }

    /** Twice as many slots, as far as the budget allows: each change of layout copies all that is kept. */
    private static CacheShape wider(CacheBudget budget, CacheShape now) {
        CacheShape wider = new CacheShape(2 * now.slots(), now.capacity());
        while (wider.slots() > now.slots() && !budget.allows(wider)) {
            wider = new CacheShape(wider.slots() - 1, wider.capacity());
        }
        return wider;
    }

    /** Whether the slots are hardly longer than they have to be when the sequence used longest ago is gone; false if none is kept. */
    private static boolean needsMostOf(CacheBudget budget, CacheShape now, SlotTable slots, int longest) {
        List<Integer> kept = slots.keptByUse();
        int needed = kept.stream()
                .limit(Math.max(0, kept.size() - 1))
                .mapToInt(slots::keptTokens)
                .reduce(longest, Math::max);
        return !kept.isEmpty() && budget.capacityFor(needed) > now.capacity() / WORTH_SHRINKING;
    }

    /** In place: slots that shrank for a short sequence would be copied back for the next long one. */
    private static int[] without(int emptied, int slots) {
        return IntStream.range(0, slots)
                .map(slot -> slot == emptied ? NOTHING : slot)
                .toArray();
    }

    private static int[] grown(int slots, int wider) {
        return IntStream.range(0, wider)
                .map(slot -> slot < slots ? slot : NOTHING)
                .toArray();
    }

    /** Whether nothing has to be copied: some slots are emptied, and all others stay where they are. */
    boolean staysPut(CacheShape now) {
        return shape.equals(now) && IntStream.range(0, from.length).allMatch(i -> from[i] == i || from[i] == NOTHING);
    }

    private static CacheLayout packed(
            CacheBudget budget, CacheShape now, SlotTable slots, int longest, boolean newSlot) {
        List<Integer> stay = new ArrayList<>(IntStream.range(0, slots.size())
                .filter(slot -> slots.at(slot) instanceof SlotTable.Active)
                .boxed()
                .toList());
        int extra = newSlot ? 1 : 0;
        int capacity = budget.capacityFor(longest);
        for (int kept : slots.keptByUse()) {
            int needed = Math.max(capacity, budget.capacityFor(slots.keptTokens(kept)));
            if (budget.allows(new CacheShape(stay.size() + 1 + extra, needed))) {
                stay.add(kept);
                capacity = needed;
            }
        }
        CacheShape shape = new CacheShape(stay.size() + extra, capacity);
        if (shape.equals(now)) {
            int[] inPlace = IntStream.range(0, now.slots())
                    .map(slot -> stay.contains(slot) ? slot : NOTHING)
                    .toArray();
            return new CacheLayout(now, inPlace);
        }
        int[] from = IntStream.concat(
                        stay.stream().mapToInt(Integer::intValue),
                        IntStream.range(0, extra).map(i -> NOTHING))
                .toArray();
        return new CacheLayout(shape, from);
    }
}
