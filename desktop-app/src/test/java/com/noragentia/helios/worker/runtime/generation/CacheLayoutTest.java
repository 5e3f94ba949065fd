/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheLayoutTest {

    private static final int CONTEXT = 4096;
    private static final Optional<String> NOBODY = Optional.empty();

    private final CacheBudget budget = new CacheBudget(8192, CONTEXT);
    private final SlotTable slots = new SlotTable(1);

    @Test
    void room_doubles_up_to_what_is_usual_and_then_grows_by_steps() {
        assertThat(budget.capacityFor(1)).isEqualTo(256);
        assertThat(budget.capacityFor(257)).isEqualTo(512);
        assertThat(budget.capacityFor(2000)).isEqualTo(2048);
        assertThat(budget.capacityFor(2124)).isEqualTo(2560);
        assertThat(budget.capacityFor(3000)).isEqualTo(3072);
        assertThat(new CacheBudget(5000, 3000).capacityFor(2999)).isEqualTo(3000);
    }

    @Test
    void as_many_are_admitted_as_could_all_become_as_long_as_the_longest() {
        assertThat(budget.admits(2, 4096)).isTrue();
        assertThat(budget.admits(3, 4096)).isFalse();
        assertThat(budget.admits(8, 1000)).isTrue();
        assertThat(budget.admits(9, 10)).isFalse();
    }

    /** One of 1,100 tokens with an answer of usual length beside those of usual size. */
    @Test
    void one_that_is_a_little_longer_than_usual_does_not_take_the_room_of_two() {
        CacheBudget eight = new CacheBudget(8 * CacheBudget.USUAL_TOKENS, 8192);

        assertThat(eight.admits(8, 2048)).isTrue();
        assertThat(eight.admits(6, 1100 + 1024)).isTrue();
    }

    @Test
    void the_first_sequence_gets_one_slot() {
        CacheLayout layout = room(CacheShape.NONE, 300, true).orElseThrow();

        assertThat(layout.shape()).isEqualTo(new CacheShape(1, 512));
        assertThat(layout.from()).containsExactly(-1);
    }

    @Test
    void a_free_slot_is_used_before_another_is_made() {
        lay(2);
        slots.activate(0);

        assertThat(room(new CacheShape(2, 256), 200, true)).isEmpty();
    }

    @Test
    void slots_double_while_the_budget_allows() {
        lay(1);
        slots.keep(0, new int[100], NOBODY);

        CacheLayout layout = room(new CacheShape(1, 256), 200, true).orElseThrow();

        assertThat(layout.shape()).isEqualTo(new CacheShape(2, 256));
        assertThat(layout.from()).containsExactly(0, -1);

        lay(3);
        for (int slot = 0; slot < 3; slot++) {
            slots.keep(slot, new int[100], NOBODY);
        }
        assertThat(room(new CacheShape(3, 1024), 1000, true).orElseThrow().shape())
                .isEqualTo(new CacheShape(6, 1024));
        assertThat(room(new CacheShape(3, 2048), 2000, true).orElseThrow().shape())
                .isEqualTo(new CacheShape(4, 2048));
    }

    @Test
    void a_longer_sequence_pushes_out_those_used_longest_ago() {
        lay(4);
        slots.keep(0, new int[100], NOBODY);
        slots.activate(1);
        slots.keep(2, new int[100], NOBODY);
        slots.keep(3, new int[100], NOBODY);
        slots.touch(0);

        CacheLayout layout = room(new CacheShape(4, 2048), 3000, false).orElseThrow();

        assertThat(layout.shape()).isEqualTo(new CacheShape(2, 3072));
        assertThat(layout.from()).containsExactly(1, 0);
    }

    @Test
    void slots_too_long_for_many_are_cut_to_what_is_needed() {
        lay(2);
        slots.activate(0);
        slots.activate(1);

        CacheLayout layout = room(new CacheShape(2, 4096), 300, true).orElseThrow();

        assertThat(layout.shape()).isEqualTo(new CacheShape(3, 512));
        assertThat(layout.from()).containsExactly(0, 1, -1);
    }

    @Test
    void a_full_cache_forgets_one_for_a_newcomer() {
        lay(CacheBudget.MAX_SLOTS);
        for (int slot = 0; slot < CacheBudget.MAX_SLOTS; slot++) {
            slots.keep(slot, new int[] {slot}, NOBODY);
        }

        CacheLayout layout =
                room(new CacheShape(CacheBudget.MAX_SLOTS, 256), 10, true).orElseThrow();

        assertThat(layout.from()).containsExactly(-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(layout.staysPut(new CacheShape(CacheBudget.MAX_SLOTS, 256)))
                .as("nothing is copied")
                .isTrue();
    }

    @Test
    void room_for_a_longer_sequence_is_given_back_when_none_is_left() {
        lay(4);
        for (int slot = 0; slot < 4; slot++) {
            slots.keep(slot, new int[slot == 0 ? 2000 : 100], NOBODY);
        }

        CacheLayout layout = room(new CacheShape(4, 2048), 10, true).orElseThrow();

        assertThat(layout.shape()).isEqualTo(new CacheShape(4, 256));
        assertThat(layout.from()).containsExactly(3, 2, 1, -1);
        assertThat(layout.staysPut(new CacheShape(4, 2048))).isFalse();
    }

    /** Otherwise conversations of about 1,000 tokens were copied twice a turn, there and back. */
    @Test
    void room_that_is_soon_needed_again_is_not_given_back() {
        lay(4);
        for (int slot = 0; slot < 4; slot++) {
            slots.keep(slot, new int[1024], NOBODY);
        }

        CacheLayout layout = room(new CacheShape(4, 2048), 1000, true).orElseThrow();

        assertThat(layout.from()).containsExactly(-1, 1, 2, 3);
        assertThat(layout.staysPut(new CacheShape(4, 2048))).isTrue();
    }

    private void lay(int count) {
        int[] from = new int[count];
        Arrays.fill(from, -1);
        slots.relay(from);
    }

    private Optional<CacheLayout> room(CacheShape now, int longest, boolean newSlot) {
        return CacheLayout.withRoom(budget, now, slots, longest, newSlot);
    }
}
