/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static com.noragentia.helios.orchestrator.dispatch.Queueing.EQUAL;
import static com.noragentia.helios.orchestrator.dispatch.Queueing.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a call costs as the queue grows, in comparisons, and what a queue remembers. */
class QueueCostTest {

    private static final int TICKETS_PER_MEMBER = 8;
    private static final int CALLS = 2_000;

    private final AtomicLong comparisons = new AtomicLong();
    private final Comparator<Flow> counted = (one, other) -> {
        comparisons.incrementAndGet();
        return Flow.BY_TURN.compare(one, other);
    };

    @Test
    void a_hundred_times_the_tickets_cost_less_than_four_times_the_comparisons() {
        double few = comparisonsPerCall(1_000);
        double many = comparisonsPerCall(100_000);

        assertThat(many).isLessThan(4 * few);
    }

    private double comparisonsPerCall(int tickets) {
        FairQueue queue = new FairQueue(EQUAL, counted);
        Random random = new Random(7);
        int members = tickets / TICKETS_PER_MEMBER;
        for (int i = 0; i < tickets; i++) {
            queue.add(Queueing.ticket("t" + i, "m" + i % members, 1 + random.nextInt(50)));
        }
        comparisons.set(0);
        for (int i = 0; i < CALLS; i++) {
            Ticket taken = Queueing.takeFirst(queue, NOON);
            queue.addBack(taken, true);
            queue.remove(taken.task());
            queue.add(Queueing.ticket("n" + i, "m" + random.nextInt(members), 1 + random.nextInt(50)));
            queue.correct("m" + random.nextInt(members), random.nextGaussian());
        }
        return (double) comparisons.get() / CALLS;
    }

    @Test
    void members_who_have_had_their_share_are_forgotten() {
        FairQueue queue = new FairQueue(EQUAL);
        int most = 0;
        for (int i = 0; i < 20_000; i++) {
            queue.add(Queueing.ticket("regular" + i, "regular", 10));
            queue.add(Queueing.ticket("passing" + i, "passing" + i, 10));
            Queueing.takeFirst(queue, NOON);
            Queueing.takeFirst(queue, NOON);
            most = Math.max(most, queue.members());
        }

        assertThat(most).isLessThan(10);
    }

    @Test
    void members_whose_first_ticket_found_nobody_waiting_are_forgotten() {
        FairQueue queue = new FairQueue(EQUAL);
        for (int i = 0; i < 1_000; i++) {
            queue.add(Queueing.ticket("t" + i, "m" + i, 10));
            Queueing.takeFirst(queue, NOON);
            queue.correct("m" + i, 5);
        }

        assertThat(queue.members()).isZero();
    }

    @Test
    void what_is_said_to_be_ahead_is_what_goes_before() {
        Random random = new Random(11);
        FairQueue queue = new FairQueue(member -> member.length());
        for (int i = 0; i < 500; i++) {
            queue.add(Queueing.ticket("t" + i, "m".repeat(1 + random.nextInt(6)), 1 + random.nextInt(50)));
            if (i % 10 == 3) {
                Queueing.takeFirst(queue, NOON);
            }
        }
        List<Integer> said = new ArrayList<>();
        List<String> waiting = queue.tickets().map(Ticket::task).toList();
        waiting.forEach(task -> said.add(queue.ahead(task)));

        List<String> order = Queueing.emptied(queue);

        assertThat(said).isEqualTo(waiting.stream().map(order::indexOf).toList());
        assertThat(Stream.of("t0", "unknown"))
                .allSatisfy(task -> assertThat(queue.ahead(task)).isZero());
    }
}
