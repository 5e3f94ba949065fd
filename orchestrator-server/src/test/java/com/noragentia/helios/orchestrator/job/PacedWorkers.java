/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Utterance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Workers that take a fixed time for each task and do one after another, in a time of their own that no clock shows: what a job takes with them
 * follows from what the orchestrator gives to whom and when, and from nothing else that the computer is busy with.
 */
final class PacedWorkers {

    /** What one part takes: the unit of this time. */
    static final double PART = 1;

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(2);
    /** As the orchestrator's rule: one to work on, one to fetch the files of. */
    private static final int HANDS = 2;

    private final double combining;
    private final List<Desk> desks = new ArrayList<>();
    private double now;

    private record Held(ToWorker.RunTask task, double since) {}

    /** A worker, what it has in hand, and when it is done with what it had before. */
    private static final class Desk {

        private final Worker worker;
        private final Deque<Held> inHand = new ArrayDeque<>();
        private double freeAt;

        private Desk(Worker worker) {
            this.worker = worker;
        }
    }

    /** @param combining what it takes to put all parts together */
    PacedWorkers(double combining) {
        this.combining = combining;
    }

    void add(Worker worker) {
        desks.add(new Desk(worker));
    }

    /**
     * Has a job done that was just asked, and nothing beside it.
     *
     * @param parts tasks that can be had at once
     * @param reduced whether another follows that puts them together
     * @return how long it took
     */
    double makespan(int parts, boolean reduced) {
        double begun = now;
        for (int open = parts; open > 0; open--) {
            endNext(Math.min(open, desks.size() * HANDS));
        }
        if (reduced) {
            endNext(1);
        }
        return now - begun;
    }

    /** Waits until so many tasks are in hand, and ends the one that is done first. */
    private void endNext(int inHand) {
        await().pollDelay(Duration.ZERO).pollInterval(GLANCE).atMost(SOON).until(() -> take() == inHand);
        Desk first = desks.stream()
                .filter(desk -> !desk.inHand.isEmpty())
                .min(Comparator.comparingDouble(this::doneAt))
                .orElseThrow();
        now = doneAt(first);
        first.freeAt = now;
        answer(first.worker, first.inHand.removeFirst().task());
    }

    /** When a worker is done with the first that it has in hand. */
    private double doneAt(Desk desk) {
        Held held = desk.inHand.getFirst();
        double work = held.task().input() instanceof TaskInput.Combine ? combining : PART;
        return Math.max(desk.freeAt, held.since()) + work;
    }

    private int take() {
        for (Desk desk : desks) {
            Optional<ToWorker.RunTask> task = desk.worker.heard(ToWorker.RunTask.class);
            while (task.isPresent()) {
                desk.inHand.addLast(new Held(task.get(), now));
                task = desk.worker.heard(ToWorker.RunTask.class);
            }
        }
        return desks.stream().mapToInt(desk -> desk.inHand.size()).sum();
    }

    private static void answer(Worker worker, ToWorker.RunTask task) {
        worker.say(new FromWorker.Completed(task.lease(), output(task.input()), new Usage(0, 1, 0, 0, 0)));
    }

    private static TaskOutput output(TaskInput input) {
        return input instanceof TaskInput.Audio
                ? new TaskOutput.Audio(
                        "Said.",
                        List.of(),
                        List.of(new Utterance("talk.wav", 0, 1_000, "Said.")),
                        new Spoken(List.of("en"), true))
                : new TaskOutput.Document(
                        "Read.", List.of(new Source("long.txt", null, 1, "Read.")), AnswerOrigin.QUOTED);
    }
}
