/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog();

    @Test
    void so_many_messages_wait_and_no_more_until_some_have_left() {
        for (int i = 0; i < Backlog.MESSAGES; i++) {
            assertThat(backlog.admits(1)).isTrue();
        }
        assertThat(backlog.admits(1)).isFalse();
        assertThat(backlog.admits(1)).isFalse();
        backlog.left(1);
        assertThat(backlog.admits(1)).isTrue();
    }

    @Test
    void so_many_characters_wait_and_no_more_until_some_have_left() {
        int half = (int) (Backlog.CHARACTERS / 2);
        assertThat(backlog.admits(half)).isTrue();
        assertThat(backlog.admits(half)).isTrue();
        assertThat(backlog.admits(1)).isFalse();
        backlog.left(half);
        assertThat(backlog.admits(1)).isTrue();
    }
}
