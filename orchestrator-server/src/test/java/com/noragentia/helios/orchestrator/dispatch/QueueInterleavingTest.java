/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static com.noragentia.helios.orchestrator.dispatch.Queueing.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is called in whatever order: each ticket is in the queue once, until it is taken or removed. */
class QueueInterleavingTest {

    private static final int STEPS = 1_500;
    private static final int MEMBERS = 12;

    private final Map<String, Ticket> inside = new HashMap<>();
    private final List<Ticket> leased = new ArrayList<>();
    private final FairQueue queue = new FairQueue(member -> member.length());
    private int count;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_ticket_is_lost_or_doubled(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            act(random);
            assertThat(queue.size() + queue.parked()).isEqualTo(inside.size());
            assertThat(queue.first().isPresent()).isEqualTo(queue.size() > 0);
        }
        assertThat(queue.tickets()).containsExactlyInAnyOrderElementsOf(inside.values());

        queue.unpark();
        while (queue.size() > 0) {
            assertThat(inside.remove(Queueing.takeFirst(queue, NOON).task())).isNotNull();
        }
        assertThat(inside).isEmpty();
        assertThat(queue.tickets()).isEmpty();
        assertThat(queue.members()).isZero();
    }

    private void act(Random random) {
        switch (random.nextInt(9)) {
            case 0, 1 -> add(random);
            case 2 -> queue.first().ifPresent(ticket -> leave(ticket, () -> queue.take(ticket, NOON)));
            case 3 -> queue.firstOf(member(random)).ifPresent(ticket -> leave(ticket, () -> queue.takeFree(ticket)));
            case 4 -> {
                if (!leased.isEmpty()) {
                    Ticket ticket = leased.remove(random.nextInt(leased.size()));
                    queue.addBack(ticket, true);
                    inside.put(ticket.task(), ticket);
                }
            }
            case 5 -> queue.first().ifPresent(queue::park);
            case 6 -> {
                if (random.nextInt(10) == 0) {
                    queue.unpark();
                }
            }
            case 7 -> {
                String task = "t" + random.nextInt(count + 1);
                assertThat(queue.remove(task).isPresent()).isEqualTo(inside.remove(task) != null);
            }
            default -> queue.correct(member(random), 20 * random.nextGaussian());
        }
    }

    private void add(Random random) {
        Ticket ticket = Queueing.ticket("t" + count++, member(random), 0.1 + random.nextInt(30));
        queue.add(ticket);
        inside.put(ticket.task(), ticket);
    }

    private void leave(Ticket ticket, Runnable way) {
        way.run();
        assertThat(inside.remove(ticket.task())).isEqualTo(ticket);
        leased.add(ticket);
    }

    private static String member(Random random) {
        return "m".repeat(1 + random.nextInt(MEMBERS));
    }
}
