/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static com.noragentia.helios.orchestrator.dispatch.Queueing.EQUAL;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.NOON;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.emptied;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.queueOf;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.takeFirst;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tickets that nobody may take stand aside, and lose and win nothing by it. */
class ParkingTest {

    private final FairQueue queue = queueOf(
            EQUAL,
            ticket("a1", "ana", 10),
            ticket("a2", "ana", 10),
            ticket("b1", "ben", 10),
            ticket("b2", "ben", 10),
            ticket("c1", "cem", 10));

    @Test
    void others_go_on_while_a_ticket_is_parked() {
        queue.park(queue.first().orElseThrow());

        assertThat(queue.size()).isEqualTo(4);
        assertThat(queue.parked()).isEqualTo(1);
        assertThat(queue.tickets()).hasSize(5);
        assertThat(emptied(queue)).containsExactly("a2", "b1", "c1", "b2");
    }

    @Test
    void tickets_come_back_to_where_they_were() {
        queue.park(queue.first().orElseThrow());
        queue.park(queue.firstOf("ben").orElseThrow());
        queue.park(queue.firstOf("ana").orElseThrow());
        queue.unpark();

        assertThat(queue.parked()).isZero();
        assertThat(emptied(queue)).containsExactly("a1", "b1", "c1", "a2", "b2");
    }

    @Test
    void a_ticket_keeps_its_place_although_its_member_s_next_went_meanwhile() {
        queue.park(queue.first().orElseThrow());
        assertThat(takeFirst(queue, NOON).task()).isEqualTo("a2");
        queue.unpark();

        assertThat(emptied(queue)).containsExactly("a1", "b1", "c1", "b2");
    }

    @Test
    void one_that_was_parked_for_long_goes_before_all_who_came_after_it() {
        queue.park(queue.first().orElseThrow());
        emptied(queue);
        for (int i = 0; i < 5; i++) {
            queue.add(ticket("d" + i, "dan", 10));
            queue.add(ticket("e" + i, "eva", 10));
        }
        takeFirst(queue, NOON);
        queue.unpark();

        assertThat(queue.first().orElseThrow().task()).isEqualTo("a1");
    }

    @Test
    void a_crowd_that_comes_back_takes_turns_with_the_others() {
        FairQueue crowded = queueOf(EQUAL, ticket("b0", "ben", 10));
        for (int i = 0; i < 100; i++) {
            crowded.add(ticket("a" + i, "ana", 10));
            crowded.park(crowded.firstOf("ana").orElseThrow());
        }
        for (int i = 1; i < 1_000; i++) {
            crowded.add(ticket("b" + i, "ben", 10));
            takeFirst(crowded, NOON);
        }
        crowded.add(ticket("b1000", "ben", 10));
        crowded.unpark();

        assertThat(emptied(crowded).subList(0, 5)).containsExactly("a0", "a1", "b999", "a2", "b1000");
    }

    @Test
    void a_ticket_that_nobody_ever_takes_lends_its_old_place_to_no_other() {
        FairQueue shared = new FairQueue(EQUAL);
        shared.add(ticket("impossible", "ana", 10));
        int ana = 0;
        for (int i = 0; i < 200; i++) {
            shared.add(ticket("a" + i, "ana", 10));
            shared.add(ticket("b" + i, "ben", 10));
        }
        for (int i = 0; i < 200; i++) {
            shared.unpark();
            if (shared.first().orElseThrow().task().equals("impossible")) {
                shared.park(shared.first().orElseThrow());
            }
            ana += takeFirst(shared, NOON).member().equals("ana") ? 1 : 0;
        }

        assertThat(ana).isEqualTo(100);
    }

    @Test
    void a_parked_ticket_can_be_removed_or_taken() {
        Ticket a1 = queue.first().orElseThrow();
        queue.park(a1);
        queue.park(queue.firstOf("ben").orElseThrow());
        queue.takeFree(a1);

        assertThat(queue.remove("b1")).isPresent();
        assertThat(queue.parked()).isZero();
        queue.unpark();
        assertThat(emptied(queue)).containsExactlyInAnyOrder("a2", "b2", "c1");
    }
}
