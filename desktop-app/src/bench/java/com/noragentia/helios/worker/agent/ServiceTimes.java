/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a paced worker takes for each part of a job, the same in every run. Immutable.
 *
 * @param millis by the name of the part
 * @param answers likewise, of parts that are not worked on again: what the experts made of them in the rehearsal
 * @param practice the document and the recording, for those who work on the parts again; else empty
 */
record ServiceTimes(Map<String, Long> millis, Map<String, TaskOutput> answers, List<String> practice) {

    private static final int MAX_BYTES = 10_000_000;
    private static final String COMBINING = "combining";

    ServiceTimes {
        millis = Map.copyOf(millis);
        answers = Map.copyOf(answers);
        practice = List.copyOf(practice);
    }

    static ServiceTimes read(Path file) throws IOException, WireException {
        return JsonCodec.decode(Files.readAllBytes(file), ServiceTimes.class, MAX_BYTES);
    }

    /** Takes the place of what was written there before, at once: workers may be reading it. */
    void write(Path file) throws IOException {
        Path unfinished = Files.write(file.resolveSibling("unfinished.json"), JsonCodec.encode(this));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a part is called; empty for a task that is none, such as the question by which a model is tried. */
    static Optional<String> name(TaskInput input) {
        if (input instanceof TaskInput.Document document && document.share() != null) {
            return Optional.of(numbered("share", document.share()));
        }
        if (input instanceof TaskInput.Audio audio && audio.share() != null) {
            return Optional.of(numbered("stretch", audio.share()));
        }
        return input instanceof TaskInput.Combine ? Optional.of(COMBINING) : Optional.empty();
    }

    private static String numbered(String what, Share share) {
        return "%s %d of %d".formatted(what, share.number(), share.of());
    }

    /** What a worker practises with before it counts. */
    Optional<LongFiles> practiceFiles() {
        return practice.isEmpty()
                ? Optional.empty()
                : Optional.of(new LongFiles(Path.of(practice.getFirst()), Path.of(practice.getLast())));
    }

    /** What the rehearsal made of a part, if that is to be said again. */
    Optional<TaskOutput> answer(TaskInput input) {
        return name(input).map(answers::get);
    }

    /**
     * What it takes; empty for a task that is no part.
     *
     * @throws IllegalStateException for a part that was not rehearsed: the orchestrator plans otherwise than this bench thinks
     */
    Optional<Duration> of(TaskInput input) {
        return name(input).map(name -> {
            Long known = millis.get(name);
            if (known == null) {
                throw new IllegalStateException("not rehearsed: " + name);
            }
            return Duration.ofMillis(known);
        });
    }
}
