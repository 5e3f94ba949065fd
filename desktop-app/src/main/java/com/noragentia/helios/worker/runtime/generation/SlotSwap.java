/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Two slots that change places, so that the sequences of a step stand side by side at the front. */
record SlotSwap(int front, int back) {

    /**
     * The fewest swaps after which these slots are the first ones: each of them that stands too far back changes with one in front that
     * is not among them.
     */
    static List<SlotSwap> toFront(Collection<Integer> wanted) {
        boolean[] taken = new boolean[wanted.size()];
        TreeSet<Integer> behind = new TreeSet<>();
        for (int slot : wanted) {
            if (slot < taken.length) {
                taken[slot] = true;
            } else {
                behind.add(slot);
            }
        }
        List<SlotSwap> swaps = new ArrayList<>();
        for (int front = 0; front < taken.length; front++) {
            if (!taken[front]) {
                Integer last = behind.pollLast();
                swaps.add(new SlotSwap(front, last == null ? front : last));
            }
        }
        return swaps;
    }

    /** The slot that each of so many slots' content was in before. */
    int[] of(int slots) {
        int[] from = IntStream.range(0, slots).toArray();
        from[front] = back;
        from[back] = front;
        return from;
    }
}
