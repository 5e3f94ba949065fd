/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryShortageTest {

    private final MemoryShortage shortage = new MemoryShortage();

    @Test
    void a_model_may_be_short_of_memory_now_and_then() {
        for (int i = 0; i < 2 * MemoryShortage.MOST; i++) {
            assertThat(shortage.met().isOfTask()).isTrue();
            shortage.over();
        }
    }

    @Test
    void a_model_that_is_always_short_of_memory_is_to_blame_itself() {
        for (int i = 1; i < MemoryShortage.MOST; i++) {
            assertThat(shortage.met().isOfTask()).isTrue();
        }

        assertThat(shortage.met().isOfTask()).isFalse();
        assertThat(shortage.met().isOfTask()).isFalse();
    }
}
