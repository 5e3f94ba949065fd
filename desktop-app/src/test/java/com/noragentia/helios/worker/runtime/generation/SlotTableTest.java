/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotTableTest {

    private static final Optional<String> NOBODY = Optional.empty();
    private static final Optional<String> MINE = Optional.of("mine");

    private final SlotTable slots = new SlotTable(1);

    @Test
    void the_longest_common_start_is_found() {
        lay(3);
        slots.keep(0, new int[] {1, 2, 9}, NOBODY);
        slots.keep(1, new int[] {1, 2, 3, 4, 9}, NOBODY);
        slots.keep(2, new int[] {1, 2, 3, 9}, NOBODY);

        assertThat(match(NOBODY, 1, 2, 3, 4, 5)).contains(new SlotTable.Match(1, 4, true));
        assertThat(match(NOBODY, 7, 1, 2, 3)).isEmpty();
    }

    @Test
    void the_last_token_is_always_computed_again_for_its_logits() {
        lay(1);
        slots.keep(0, new int[] {1, 2, 3}, NOBODY);

        assertThat(match(NOBODY, 1, 2, 3)).contains(new SlotTable.Match(0, 2, true));
        assertThat(match(NOBODY, 1)).isEmpty();
    }

    @Test
    void a_conversation_is_not_known_outside_of_it() {
        lay(1);
        slots.keep(0, new int[] {1, 2, 3}, MINE);

        assertThat(match(MINE, 1, 2, 4)).isPresent();
        assertThat(match(Optional.of("theirs"), 1, 2, 4)).isEmpty();
        assertThat(match(NOBODY, 1, 2, 4)).isEmpty();
    }

    @Test
    void a_sequence_with_little_in_common_stays_and_is_copied_from() {
        lay(1);
        slots.keep(0, new int[] {1, 2, 3, 4, 5, 6, 7, 8}, NOBODY);

        assertThat(match(NOBODY, 1, 2, 3, 9, 9)).contains(new SlotTable.Match(0, 3, false));
        assertThat(match(NOBODY, 1, 2, 3, 4, 9)).contains(new SlotTable.Match(0, 4, true));
    }

    @Test
    void slots_that_change_places_take_their_sequences_along() {
        lay(3);
        slots.activate(0);
        slots.keep(2, new int[] {5}, NOBODY);

        slots.swap(0, 2);

        assertThat(slots.keptTokens(0)).isEqualTo(1);
        assertThat(slots.at(2)).isInstanceOf(SlotTable.Active.class);
        assertThat(slots.free()).contains(1);
    }

    @Test
    void the_last_used_comes_first() {
        lay(3);
        slots.keep(0, new int[] {1}, NOBODY);
        slots.keep(1, new int[] {2}, NOBODY);
        slots.keep(2, new int[] {3}, NOBODY);

        slots.touch(0);

        assertThat(slots.keptByUse()).containsExactly(0, 2, 1);
    }

    @Test
    void where_chunks_matter_a_start_is_known_up_to_the_border_of_one() {
        SlotTable grid = new SlotTable(4);
        grid.relay(new int[] {-1});
        grid.keep(0, new int[] {1, 2, 3, 4, 5, 6, 7, 8}, NOBODY);

        assertThat(grid.match(new TokenSequence(new int[] {1, 2, 3, 4, 5, 6, 7, 9}), 8, NOBODY))
                .contains(new SlotTable.Match(0, 4, true));
        assertThat(grid.match(new TokenSequence(new int[] {1, 2, 3, 9}), 4, NOBODY))
                .isEmpty();
    }

    private void lay(int count) {
        int[] from = new int[count];
        Arrays.fill(from, -1);
        slots.relay(from);
    }

    private Optional<SlotTable.Match> match(Optional<String> conversation, int... tokens) {
        return slots.match(new TokenSequence(tokens), tokens.length, conversation);
    }
}
