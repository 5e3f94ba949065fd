/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts that only stand one below the other. Pure. */
final class Joining {

    private static final String BETWEEN = "\n";

    private Joining() {}

    /** What the member reads of the part at {@code place}, 0 for the first; all of them in a row are the joined text. */
    static String piece(int place, TaskOutput part) {
        return (place == 0 ? "" : BETWEEN) + part.text();
    }

    /**
     * One output.
     *
     * @param expert who made the parts: for pictures and recordings
     * @param parts in the order of the attachments
     */
    static TaskOutput join(Expert expert, List<TaskOutput> parts) {
        String text = parts.stream().map(TaskOutput::text).collect(Collectors.joining(BETWEEN));
        List<Source> sources =
                parts.stream().flatMap(part -> part.sources().stream()).toList();
        return switch (expert) {
            case IMAGE ->
                new TaskOutput.Image(
                        text, sources, parts.stream().flatMap(Joining::lines).toList());
            case AUDIO ->
                new TaskOutput.Audio(
                        text,
                        sources,
                        parts.stream().flatMap(Joining::utterances).toList(),
                        spoken(parts));
            case CHAT, DOCUMENT, EMBEDDING, DESCRIPTION, OBJECTS ->
                throw new IllegalArgumentException("parts of " + expert + " are not joined");
        };
    }

    /** All languages that were heard; a demonstration if any part is one. */
    private static @Nullable Spoken spoken(List<TaskOutput> parts) {
        List<Spoken> all = parts.stream()
                .flatMap(part ->
                        part instanceof TaskOutput.Audio audio ? Stream.ofNullable(audio.spoken()) : Stream.empty())
                .toList();
        return all.isEmpty()
                ? null
                : new Spoken(
                        all.stream()
                                .flatMap(one -> one.languages().stream())
                                .distinct()
                                .toList(),
                        all.stream().anyMatch(Spoken::demonstration),
                        all.stream()
                                .flatMap(one -> one.broken().stream())
                                .distinct()
                                .toList());
    }

    private static Stream<TextLine> lines(TaskOutput part) {
        return part instanceof TaskOutput.Image image ? image.lines().stream() : Stream.empty();
    }

    private static Stream<Utterance> utterances(TaskOutput part) {
        return part instanceof TaskOutput.Audio audio ? audio.utterances().stream() : Stream.empty();
    }
}
