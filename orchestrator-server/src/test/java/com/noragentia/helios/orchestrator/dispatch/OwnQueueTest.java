/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What waits for own devices, each member's by itself. */
class OwnQueueTest {

    private final OwnQueue queue = new OwnQueue();
    private final Ticket first = Queueing.ticket("1", "ana", 1);
    private final Ticket second = Queueing.ticket("2", "ana", 1);

    @Test
    void first_come_first_served_and_what_comes_back_is_first_again() {
        queue.add(first);
        queue.add(second);
        queue.add(Queueing.ticket("3", "ben", 1));

        assertThat(queue.firstOf("ana")).contains(first);
        assertThat(queue.ahead(second)).isEqualTo(1);
        queue.remove(first);
        assertThat(queue.firstOf("ana")).contains(second);
        queue.addBack(first);
        assertThat(queue.firstOf("ana")).contains(first);
        assertThat(queue.size()).isEqualTo(3);
    }

    @Test
    void what_does_not_wait_here_is_nobody_s_loss() {
        queue.remove(first);

        assertThat(queue.firstOf("ana")).isEmpty();
        assertThat(queue.ahead(first)).isZero();
        assertThat(queue.size()).isZero();
        queue.add(first);
        queue.remove(second);
        queue.remove(first);
        queue.remove(first);
        assertThat(queue.size()).isZero();
        assertThat(queue.members()).isEmpty();
    }
}
