/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.protocol.api.JobEvent;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Members who each ask now and then: submit a question, look where it stands, and follow it to its end. The pace does not wait for answers,
 * so that a server that stalls is seen to stall.
 */
final class HonestLoad {

    /** With 20 members each asks 60 times in 48 seconds of load, which is what a member may. */
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final List<Member> members;

    HonestLoad(List<Member> members) {
        this.members = members;
    }

    /** What honest callers met with. */
    record Experience(Latencies latencies, Queue<Throwable> failures) {}

    Experience during(Duration time) throws InterruptedException, ExecutionException {
        Experience experience = new Experience(new Latencies(), new ConcurrentLinkedQueue<>());
        int rounds = (int) (time.toMillis() / PAUSE.toMillis());
        CountDownLatch toDo = new CountDownLatch(rounds);
        try (ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rounds; i++) {
                Member member = members.get(i % members.size());
                var unused = pace.schedule(
                        () -> callers.execute(() -> {
                            call(member, experience);
                            toDo.countDown();
                        }),
                        i * PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
            toDo.await(time.toSeconds() + 30, TimeUnit.SECONDS);
        }
        return experience;
    }

    private static void call(Member member, Experience experience) {
        try {
            long begun = System.nanoTime();
            String job = timed(experience, () -> member.ask("How are you?"));
            timed(experience, () -> member.status(job));
            try (EventReader events = member.follow(job, 0)) {
                JobEvent last = events.rest().getLast().event();
                if (!(last instanceof JobEvent.Done)) {
                    throw new AssertionError(last);
                }
            }
            experience.latencies().add(System.nanoTime() - begun);
        } catch (Exception | AssertionError e) {
            experience.failures().add(e);
        }
    }

    private static <T> T timed(Experience experience, Callable<T> request) throws Exception {
        long begun = System.nanoTime();
        T reply = request.call();
        experience.latencies().add(System.nanoTime() - begun);
        return reply;
    }
}
