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
        CacheShape wider = new CacheShape(now.slots() + 1, now.capacity());
        if (roomy && budget.allows(wider)) {
            return Optional.of(new CacheLayout(wider, grown(now.slots())));
        }
        return Optional.of(packed(budget, slots, longest, newSlot));
    }

    private static int[] grown(int slots) {
        return IntStream.rangeClosed(0, slots)
                .map(slot -> slot < slots ? slot : NOTHING)
                .toArray();
    }

    private static CacheLayout packed(CacheBudget budget, SlotTable slots, int longest, boolean newSlot) {
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
        int[] from = IntStream.concat(
                        stay.stream().mapToInt(Integer::intValue),
                        IntStream.range(0, extra).map(i -> NOTHING))
                .toArray();
        return new CacheLayout(new CacheShape(from.length, capacity), from);
    }
}
