/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A member who asks one question after another, hangs up in the middle of answers, and comes back for the rest. */
final class Asker implements Runnable {

    private static final int ACCEPTED = 202;
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY = 429;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int LONGEST_LISTEN = 12;

    private final Member member;
    private final String name;
    private final BooleanSupplier goesOn;
    private final BooleanSupplier mayWait;
    private final RandomGenerator random;
    private final Queue<Asked> answered;

    /**
     * Makes one.
     *
     * @param goesOn whether another question may be asked
     * @param mayWait whether an answer may still be waited for
     * @param answered where jobs go that have come to their end
     */
    Asker(
            Member member,
            String name,
            BooleanSupplier goesOn,
            BooleanSupplier mayWait,
            RandomGenerator random,
            Queue<Asked> answered) {
        this.member = member;
        this.name = name;
        this.goesOn = goesOn;
        this.mayWait = mayWait;
        this.random = random;
        this.answered = answered;
    }

    @Override
    public void run() {
        for (int number = 0; goesOn.getAsBoolean(); number++) {
            String key = name + "-" + number;
            String question = "What is the story of " + key + "?";
            String job = submit(member, key, question);
            if (random.nextInt(4) == 0 && !submit(member, key, question).equals(job)) {
                throw new AssertionError("the key " + key + " made two jobs");
            }
            answered.add(new Asked(member, key, question, job, follow(job)));
        }
    }

    /** Asks until the network has said that it took the job; the same key each time. */
    private String submit(Member by, String key, String question) {
        while (mayWait.getAsBoolean()) {
            try {
                Reply reply = by.tryAsk(input(question), key);
                if (reply.status() == ACCEPTED) {
                    return reply.as(JobAccepted.class).job();
                }
                if (reply.status() < SERVER_ERRORS && reply.status() != TOO_MANY) {
                    throw new AssertionError(key + ": " + reply);
                }
            } catch (UncheckedIOException e) {
                // the orchestrator is dead just now
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError(key + " was never accepted");
    }

    static TaskInput input(String question) {
        return new TaskInput.Chat(Language.EN, question, List.of(), List.of());
    }

    /** All events of a job, put together from as many connections as it took. */
    private List<Numbered> follow(String job) {
        List<Numbered> events = new ArrayList<>();
        while (events.isEmpty() || !events.getLast().event().isLast()) {
            if (!mayWait.getAsBoolean()) {
                throw new AssertionError("job " + job + " is stuck after " + events);
            }
            long reached = events.isEmpty() ? 0 : events.getLast().id();
            int listens = random.nextInt(1, LONGEST_LISTEN);
            try (EventReader reader = member.follow(job, reached)) {
                for (int i = 0;
                        i < listens
                                && (events.isEmpty()
                                        || !events.getLast().event().isLast());
                        i++) {
                    events.add(reader.next());
                }
            } catch (UncheckedIOException e) {
                LockSupport.parkNanos(PAUSE_NANOS); // cut by the other side
            }
        }
        return events;
    }
}
