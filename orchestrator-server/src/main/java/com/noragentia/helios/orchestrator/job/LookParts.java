/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Pictures that are looked at, as parts of a job: one for each picture and each thing that it is looked at for. Pure. */
final class LookParts {

    /** A sentence with the name of a file. */
    private static final int MAX_CHARACTERS_WITHOUT_LINES = 500;

    private static final TaskOutput NOTHING = new TaskOutput.Image("", List.of(), List.of());

    private LookParts() {}

    static Plan of(TaskInput.Image image, Looking looking) {
        List<Plan.Part> parts = image.attachments().stream()
                .flatMap(file -> looking.models().entrySet().stream().map(one -> part(image, file, one)))
                .toList();
        TaskInput.Combine bare = new TaskInput.Combine(
                Expert.IMAGE,
                image.language(),
                image.question(),
                List.of(),
                new TaskInput.Look(looking.sights(), looking.unseen()));
        return new Plan.Fanned(parts, new Reduction.Ask(bare));
    }

    private static Plan.Part part(TaskInput.Image image, Attachment file, Map.Entry<Sight, Optional<String>> one) {
        return new Plan.Part(file.name(), task(image, List.of(file), one.getKey()), one.getValue());
    }

    /**
     * All parts in their order: in place of those that nobody answered, that nothing was seen.
     *
     * @param missed places of those, 0 for the first, with their files
     */
    static List<Combined> filled(List<Combined> answered, SortedMap<Integer, String> missed) {
        List<Combined> all = new ArrayList<>(answered);
        missed.forEach((place, file) -> all.add(place, new Combined(file, NOTHING)));
        return all;
    }

    /** A look of which some parts were not answered. */
    static TaskInput.Look without(TaskInput.Look look, Collection<Integer> missed) {
        List<Sight> sights = look.sights();
        Stream<Unseen> more = missed.stream()
                .map(place -> sights.get(place % sights.size()))
                .distinct()
                .sorted()
                .map(sight -> new Unseen(sight, true, null, TaskInput.Absence.FAILED));
        return new TaskInput.Look(
                sights, Stream.concat(look.unseen().stream(), more).toList());
    }

    /**
     * Whether this could be what somebody saw in the one picture of a part: one report on what was to be looked for, and a description that has words; or
     * lines with something in them, or no lines and some words, as who finds no text says so: pictures without text are no mistake of who reads.
     */
    static boolean isAnswer(Sight sight, TaskOutput output) {
        if (!(output instanceof TaskOutput.Image image)) {
            return false;
        }
        List<Seen> seen = image.allSeen();
        return switch (sight) {
            case TEXT ->
                seen.isEmpty()
                        && !image.text().isBlank()
                        && (image.lines().isEmpty() ? isShort(image) : isLegible(image.lines()));
            case DESCRIPTION -> isOne(sight, seen) && hasWords(seen.getFirst());
            case OBJECTS -> isOne(sight, seen);
        };
    }

    /** Who found nothing has little to say; what is said is paid for. */
    private static boolean isShort(TaskOutput.Image image) {
        return image.text().length() <= MAX_CHARACTERS_WITHOUT_LINES;
    }

    private static boolean isLegible(List<TextLine> lines) {
        return lines.stream().anyMatch(line -> !line.text().isBlank());
    }

    private static boolean isOne(Sight sight, List<Seen> seen) {
        return seen.size() == 1 && seen.getFirst().sight() == sight;
    }

    private static boolean hasWords(Seen described) {
        String words = described.description();
        return words != null && !words.isBlank();
    }

    /** What somebody looks for in pictures. */
    static TaskInput.Image task(TaskInput.Image image, List<Attachment> files, Sight sight) {
        return new TaskInput.Image(image.language(), "", files, null, sight == Sight.TEXT ? null : sight);
    }
}
