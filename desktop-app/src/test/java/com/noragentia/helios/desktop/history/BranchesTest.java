/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static com.noragentia.helios.desktop.history.Chats.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BranchesTest {

    /** 1 → 2 → 3; 2 was edited into 4 → 5, and 5 asked anew as 6. */
    private final List<SavedExchange> edited = List.of(
            exchange(1, 0, "a"),
            exchange(2, 1, "b"),
            exchange(3, 2, "c"),
            exchange(4, 1, "B"),
            exchange(5, 4, "d"),
            exchange(6, 4, "d"));

    private static List<Long> ids(List<SavedExchange> exchanges) {
        return exchanges.stream().map(SavedExchange::id).toList();
    }

    @Test
    void the_branch_of_the_tip_is_shown() {
        assertThat(ids(SavedChat.branches(edited, OptionalLong.of(3)).shown())).containsExactly(1L, 2L, 3L);
        assertThat(ids(SavedChat.branches(edited, OptionalLong.of(6)).shown())).containsExactly(1L, 4L, 6L);
        assertThat(ids(SavedChat.branches(edited, OptionalLong.of(4)).shown())).containsExactly(1L, 4L);
    }

    @Test
    void without_a_tip_the_newest_branch_is_shown() {
        assertThat(ids(SavedChat.branches(edited, OptionalLong.empty()).shown()))
                .containsExactly(1L, 4L, 6L);
        assertThat(ids(SavedChat.branches(edited, OptionalLong.of(99)).shown())).containsExactly(1L, 4L, 6L);
        assertThat(SavedChat.branches(List.of(), OptionalLong.of(1)).shown()).isEmpty();
    }

    @Test
    void versions_are_those_of_one_place_oldest_first() {
        Branches<SavedExchange> branches = SavedChat.branches(edited, OptionalLong.empty());

        assertThat(ids(branches.versions(edited.get(2 - 1)))).containsExactly(2L, 4L);
        assertThat(ids(branches.versions(edited.get(6 - 1)))).containsExactly(5L, 6L);
        assertThat(ids(branches.versions(edited.get(1 - 1)))).containsExactly(1L);
    }

    @Test
    void turning_to_a_version_leads_to_its_newest_end() {
        Branches<SavedExchange> branches = SavedChat.branches(edited, OptionalLong.empty());

        assertThat(branches.newestBelow(edited.get(2 - 1)).id()).isEqualTo(3);
        assertThat(branches.newestBelow(edited.get(4 - 1)).id()).isEqualTo(6);
        assertThat(branches.newestBelow(edited.get(3 - 1)).id()).isEqualTo(3);
    }

    @Test
    void parents_that_go_round_in_circles_or_are_missing_end_somewhere() {
        Branches<SavedExchange> circle =
                SavedChat.branches(List.of(exchange(1, 2, "a"), exchange(2, 1, "b")), OptionalLong.of(1));
        Branches<SavedExchange> orphan =
                SavedChat.branches(List.of(exchange(7, 5, "a"), exchange(8, 7, "b")), OptionalLong.of(8));

        assertThat(circle.shown()).hasSize(2);
        assertThat(circle.newestBelow(circle.all().getFirst()).id()).isIn(1L, 2L);
        assertThat(ids(orphan.shown())).containsExactly(7L, 8L);
    }
}
