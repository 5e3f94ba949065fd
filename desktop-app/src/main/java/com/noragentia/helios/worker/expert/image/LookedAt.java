/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.extract.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What others saw in one picture. They may have sent anything, so only what could have been seen is looked at; which picture it was, what they were
 * to look for and which model it was is not theirs to say.
 *
 * @param lines that were read; empty where nobody was asked to read
 * @param reader id of the model that read them; empty where an older orchestrator does not say
 * @param seen by those who looked for something else, one at most for each thing that was looked for
 */
record LookedAt(String file, Optional<List<TextLine>> lines, Optional<String> reader, List<Seen> seen) {

    private static final String NOT_LOOKED = "a part is not what was seen in a picture";

    /**
     * The pictures of a job, in order.
     *
     * @throws ProblemException if a part is no picture, or one is missing
     */
    static List<LookedAt> of(List<TaskInput.Combined> parts, List<Sight> sights) {
        if (sights.isEmpty() || parts.isEmpty() || parts.size() % sights.size() != 0) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "a part of what was to be seen is missing");
        }
        List<LookedAt> pictures = new ArrayList<>();
        for (int first = 0; first < parts.size(); first += sights.size()) {
            pictures.add(one(parts.subList(first, first + sights.size()), sights));
        }
        return pictures;
    }

    /** What was seen of what was looked for; empty where nobody answered. */
    Optional<Seen> seen(Sight sight) {
        return seen.stream().filter(one -> one.sight() == sight).findFirst();
    }

    private static LookedAt one(List<TaskInput.Combined> parts, List<Sight> sights) {
        Optional<List<TextLine>> lines = Optional.empty();
        Optional<String> reader = Optional.empty();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < sights.size(); i++) {
            TaskInput.Combined part = parts.get(i);
            if (!(part.output() instanceof TaskOutput.Image image)) {
                throw new ProblemException(ProblemCode.REQUEST_INVALID, NOT_LOOKED);
            }
            switch (sights.get(i)) {
                case TEXT -> {
                    lines = Optional.of(lines(part.file(), image));
                    reader = Optional.ofNullable(part.model());
                }
                case DESCRIPTION, OBJECTS -> seen(part, image, sights.get(i)).ifPresent(seen::add);
            }
        }
        return new LookedAt(parts.getFirst().file(), lines, reader, List.copyOf(seen));
    }

    /**
     * The lines of a picture that another worker read: each in one line, without what would end it, move a terminal's cursor, hide words or turn them
     * round; it has no say in which file that was.
     */
    static List<TextLine> lines(String file, TaskOutput.Image image) {
        return image.lines().stream()
                .map(line -> new TextLine(file, CleanText.of(line.text()), line.confidence(), line.box()))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private static Optional<Seen> seen(TaskInput.Combined part, TaskOutput.Image image, Sight sight) {
        return image.allSeen().stream()
                .filter(seen -> seen.sight() == sight)
                .findFirst()
                .map(seen -> new Seen(
                        part.file(),
                        part.model() == null ? CleanText.of(seen.model()) : part.model(),
                        seen.demonstration(),
                        sight,
                        sight == Sight.DESCRIPTION ? described(seen.description()) : null,
                        seen.language(),
                        sight == Sight.OBJECTS ? things(seen.objects()) : List.of()));
    }

    private static String described(@Nullable String said) {
        String plain = said == null ? "" : CleanText.of(said);
        return plain.substring(0, Math.min(plain.length(), Seen.MOST_CHARACTERS));
    }

    private static List<Seen.Thing> things(List<Seen.Thing> things) {
        return things.stream()
                .map(thing -> new Seen.Thing(CleanText.of(thing.label()), thing.score(), thing.box()))
                .filter(LookedAt::isCredible)
                .limit(Seen.MOST_OBJECTS)
                .toList();
    }

    private static boolean isCredible(Seen.Thing thing) {
        TextLine.Box box = thing.box();
        return Seen.Thing.isLabel(thing.label())
                && thing.score() >= 0
                && thing.score() <= 1
                && box.x() >= 0
                && box.y() >= 0
                && box.width() > 0
                && box.height() > 0;
    }
}
