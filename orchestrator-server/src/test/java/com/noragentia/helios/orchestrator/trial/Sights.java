/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What workers see in a picture, and which of them was asked for what. */
public final class Sights {

    private static final Duration SOON = Duration.ofSeconds(10);

    private Sights() {}

    /** A task, and whose it is. */
    public record Given(Worker worker, ToWorker.RunTask task) {

        /** Answers it as a sound worker does. */
        public void answer() {
            answer(worker);
        }

        /** The same in another session of its device. */
        public void answer(Worker session) {
            session.say(
                    new FromWorker.Completed(task.lease(), right(task.input().expert()), Pictures.USAGE));
        }
    }

    /** Tasks for an expert each. */
    public record Parts(List<Given> all) {

        public Given of(Expert expert) {
            return all.stream()
                    .filter(part -> part.task().input().expert() == expert)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until so many tasks were given to these workers. */
    public static Parts given(int tasks, Worker... workers) {
        List<Given> given = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            for (Worker worker : workers) {
                worker.heard(ToWorker.RunTask.class).ifPresent(task -> given.add(new Given(worker, task)));
            }
            return given.size() == tasks;
        });
        return new Parts(List.copyOf(given));
    }

    /** An answer to a part of a look. */
    public static TaskOutput right(Expert expert) {
        return switch (expert) {
            case IMAGE -> Pictures.output("1.png", "OPEN");
            case DESCRIPTION -> described("a red circle");
            case OBJECTS -> {
                Seen.Thing circle = new Seen.Thing("circle", 0.9, new TextLine.Box(1, 2, 3, 4));
                yield seen("circle", new Seen("1.png", "m", true, Sight.OBJECTS, null, null, List.of(circle)));
            }
            case CHAT, DOCUMENT, AUDIO, EMBEDDING -> throw new AssertionError("no part of a look: " + expert);
        };
    }

    public static TaskOutput described(String words) {
        return seen(words, new Seen("1.png", "m", true, Sight.DESCRIPTION, words, Language.EN, List.of()));
    }

    private static TaskOutput seen(String text, Seen seen) {
        return new TaskOutput.Image(text, List.of(), List.of(), List.of(seen));
    }
}
