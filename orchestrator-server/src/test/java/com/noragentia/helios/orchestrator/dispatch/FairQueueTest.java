/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static com.noragentia.helios.orchestrator.dispatch.Queueing.EQUAL;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.NOON;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.emptied;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.queueOf;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.takeFirst;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each call of a fair queue does to who goes next. */
class FairQueueTest {

    @Test
    void a_ticket_that_its_members_own_device_gave_back_waits_its_turn_like_any_other() {
        FairQueue queue = queueOf(EQUAL);
        int[] taken = new int[2];
        for (int i = 0; i < 200; i++) {
            Ticket own = ticket("own" + i, "cheat", 10);
            queue.add(own);
            queue.add(ticket("honest" + i, "honest", 10));
            queue.takeFree(own);
            queue.addBack(own, false);
            Ticket next = queue.first().orElseThrow();
            queue.take(next, NOON);
            taken[next.member().equals("cheat") ? 0 : 1]++;
        }
        assertThat(Math.abs(taken[0] - taken[1])).isLessThanOrEqualTo(1);
    }

    @Test
    void members_with_equal_weights_take_turns() {
        FairQueue queue = queueOf(
                EQUAL,
                ticket("a1", "ana", 10),
                ticket("a2", "ana", 10),
                ticket("a3", "ana", 10),
                ticket("b1", "ben", 10),
                ticket("b2", "ben", 10));

        assertThat(emptied(queue)).containsExactly("a1", "b1", "a2", "b2", "a3");
    }

    @Test
    void a_member_of_twice_the_weight_goes_twice_as_often() {
        FairQueue queue = new FairQueue(member -> member.equals("ana") ? 2 : 1);
        for (int i = 0; i < 300; i++) {
            queue.add(ticket("a" + i, "ana", 10));
            queue.add(ticket("b" + i, "ben", 10));
        }

        assertThat(emptied(queue).subList(0, 300))
                .filteredOn(task -> task.startsWith("a"))
                .hasSize(200);
    }

    @Test
    void a_member_whose_tickets_cost_less_has_more_of_them_served() {
        FairQueue queue = queueOf(
                EQUAL,
                ticket("long", "ana", 30),
                ticket("long too", "ana", 30),
                ticket("b1", "ben", 10),
                ticket("b2", "ben", 10),
                ticket("b3", "ben", 10));

        assertThat(emptied(queue)).containsExactly("long", "b1", "b2", "b3", "long too");
    }

    @Test
    void who_was_away_has_saved_nothing_up() {
        FairQueue queue = queueOf(EQUAL, ticket("b0", "ben", 10), ticket("a0", "ana", 10));
        takeFirst(queue, NOON);
        for (int i = 1; i <= 100; i++) {
            queue.add(ticket("a" + i, "ana", 10));
            takeFirst(queue, NOON);
        }
        for (int i = 1; i <= 3; i++) {
            queue.add(ticket("b" + i, "ben", 10));
            queue.add(ticket("z" + i, "ana", 10));
        }

        assertThat(emptied(queue)).containsExactly("b1", "a100", "b2", "z1", "b3", "z2", "z3");
    }

    @Test
    void who_comes_anew_owes_nothing() {
        FairQueue queue = queueOf(EQUAL, ticket("a1", "ana", 10), ticket("a2", "ana", 10), ticket("a3", "ana", 10));
        takeFirst(queue, NOON);
        takeFirst(queue, NOON);
        queue.add(ticket("b1", "ben", 10));

        assertThat(emptied(queue)).containsExactly("b1", "a3");
    }

    @Test
    void a_ticket_that_comes_back_goes_next_and_is_not_charged_twice() {
        FairQueue queue = queueOf(EQUAL, ticket("a1", "ana", 10), ticket("a2", "ana", 10), ticket("b1", "ben", 10));
        queue.add(ticket("b2", "ben", 10));
        Ticket lost = takeFirst(queue, NOON);
        queue.addBack(lost, true);

        assertThat(emptied(queue)).containsExactly("a1", "b1", "a2", "b2");
    }

    @Test
    void a_member_s_own_device_takes_out_of_turn_and_free_of_charge() {
        FairQueue queue = queueOf(EQUAL, ticket("a1", "ana", 10), ticket("b1", "ben", 10), ticket("b2", "ben", 10));
        queue.takeFree(queue.firstOf("ben").orElseThrow());

        assertThat(queue.firstOf("ben").orElseThrow().task()).isEqualTo("b2");
        assertThat(queue.firstOf("nobody")).isEmpty();
        assertThat(emptied(queue)).containsExactly("a1", "b2");
    }

    @Test
    void too_high_an_estimate_is_given_back_while_the_member_waits() {
        FairQueue queue = queueOf(EQUAL, ticket("a1", "ana", 100), ticket("b1", "ben", 10), ticket("b2", "ben", 10));
        queue.add(ticket("a2", "ana", 10));
        takeFirst(queue, NOON);
        queue.correct("ana", -95);

        assertThat(emptied(queue)).containsExactly("b1", "a2", "b2");
    }

    @Test
    void too_low_an_estimate_is_charged_also_to_who_has_left() {
        FairQueue queue = queueOf(EQUAL, ticket("b1", "ben", 10), ticket("b2", "ben", 10), ticket("b3", "ben", 10));
        queue.correct("ana", 15);
        queue.add(ticket("a1", "ana", 10));

        assertThat(emptied(queue)).containsExactly("b1", "b2", "a1", "b3");
    }

    @Test
    void a_correction_gives_no_credit_for_the_time_before_the_member_joined() {
        FairQueue queue = queueOf(EQUAL, ticket("b1", "ben", 10), ticket("b2", "ben", 10), ticket("b3", "ben", 10));
        takeFirst(queue, NOON);
        takeFirst(queue, NOON);
        queue.add(ticket("a1", "ana", 10));
        queue.add(ticket("a2", "ana", 10));
        queue.correct("ana", -1_000_000);

        assertThat(emptied(queue)).containsExactly("a1", "b3", "a2");
    }

    @Test
    void a_ticket_that_has_waited_two_minutes_counts_with_twice_the_least_weight() {
        FairQueue queue = new FairQueue(member -> member.equals("strong") ? 2 : 1);
        for (int i = 0; i < 300; i++) {
            queue.add(ticket("s" + i, "strong", 10));
            queue.add(ticket("w" + i, "weak", 10));
        }
        int weak = 0;
        for (int i = 0; i < 300; i++) {
            Ticket taken = takeFirst(queue, NOON.plus(Duration.ofMinutes(2)));
            weak += taken.member().equals("weak") ? 1 : 0;
        }

        assertThat(weak).isEqualTo(150);
    }

    @Test
    void weights_out_of_range_are_limited() {
        FairQueue queue = new FairQueue(member -> member.equals("ana") ? Double.POSITIVE_INFINITY : Double.NaN);
        for (int i = 0; i < 700; i++) {
            queue.add(ticket("a" + i, "ana", 10));
            queue.add(ticket("b" + i, "ben", 10));
        }

        assertThat(emptied(queue).subList(0, 700))
                .filteredOn(task -> task.startsWith("a"))
                .hasSize(672); // 6 to a quarter
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_cost_that_would_break_the_order_is_refused(double cost) {
        FairQueue queue = new FairQueue(EQUAL);

        assertThatIllegalArgumentException().isThrownBy(() -> queue.add(ticket("a1", "ana", cost)));
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_task_waits_once_only() {
        FairQueue queue = queueOf(EQUAL, ticket("a1", "ana", 10));

        assertThatIllegalArgumentException().isThrownBy(() -> queue.add(ticket("a1", "ana", 10)));
        assertThatIllegalArgumentException().isThrownBy(() -> queue.addBack(ticket("a1", "ana", 10), true));
        assertThat(emptied(queue)).containsExactly("a1");
        assertThatIllegalArgumentException().isThrownBy(() -> queue.take(ticket("a1", "ana", 10), NOON));
        assertThat(queue.remove("a1")).isEmpty();
    }
}
