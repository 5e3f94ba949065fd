/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Plans a task for each file, for each stretch of a long recording, and for each thing that a picture is looked at for, where that makes no answer worse.
 * Pure.
 *
 * <p>Fanned out are: pictures and recordings to be read out, which are then joined; recordings with a question, which is asked of who reads
 * documents, once they are written down; pictures with a question, whose lines the last task ranks all together, exactly as one task would;
 * summaries of documents, where the last task makes one of what each part came to. A long document is cut into shares besides, as
 * {@link DocumentShares} says, and a long recording as {@link RecordingParts} does.
 *
 * <p>One task remains: a question about documents, since its words are weighed by how rare they are in all of them, and the best quote of one
 * file cannot be measured by that of another; a conversation; and whatever else has one file.
 */
final class Planner {

    private Planner() {}

    /** @param units pages, seconds or images that a file counts */
    static Plan plan(TaskInput input, ToLongFunction<Attachment> units) {
        return plan(input, units, Optional.empty());
    }

    /** @param looking what pictures are looked at for; empty where only their text is wanted, and for anything else */
    static Plan plan(TaskInput input, ToLongFunction<Attachment> units, Optional<Looking> looking) {
        int files = input.attachments().size();
        int sights = looking.map(look -> look.models().size()).orElse(1);
        if (Limit.PARTS_PER_JOB.isPassedBy((long) files * sights)) {
            throw QuestionRules.passed(Limit.PARTS_PER_JOB, "too many parts");
        }
        if (input instanceof TaskInput.Image image) {
            return looking.map(look -> LookParts.of(image, look)).orElseGet(() -> reading(image));
        }
        if (input instanceof TaskInput.Audio audio) {
            return recordings(audio, units);
        }
        if (input instanceof TaskInput.Document document && document.goal() == DocumentGoal.SUMMARY) {
            return summary(document, units);
        }
        return new Plan.Single(input);
    }

    /** Whoever asks what it says wants all of it. */
    private static Plan reading(TaskInput.Image image) {
        TaskInput.Image wish = PictureWish.ofReading(image.question())
                ? new TaskInput.Image(image.language(), "", image.attachments())
                : image;
        return image.attachments().size() < 2 ? new Plan.Single(wish) : pictures(wish);
    }

    private static Plan recordings(TaskInput.Audio audio, ToLongFunction<Attachment> units) {
        List<Plan.Part> parts = RecordingParts.of(audio, units);
        if (!audio.question().isBlank()) {
            return new Plan.Fanned(parts, ask(Expert.DOCUMENT, audio.language(), audio.question()));
        }
        return parts.size() == 1 ? new Plan.Single(audio) : new Plan.Fanned(parts, new Reduction.Join());
    }

    private static Plan summary(TaskInput.Document document, ToLongFunction<Attachment> units) {
        Language language = document.language();
        int most = Limit.PARTS_PER_JOB.intValue()
                / Math.max(1, document.attachments().size());
        List<Plan.Part> parts = document.attachments().stream()
                .flatMap(file -> DocumentShares.of(file.type(), units.applyAsLong(file), most).stream()
                        .map(share -> new Plan.Part(
                                file.name(),
                                new TaskInput.Document(
                                        language, "", DocumentGoal.SUMMARY, List.of(file), share.orElse(null)))))
                .toList();
        return parts.size() < 2
                ? new Plan.Single(document)
                : new Plan.Fanned(parts, ask(Expert.DOCUMENT, language, ""));
    }

    private static Plan pictures(TaskInput.Image image) {
        return fanned(
                image,
                (file, part) -> new TaskInput.Image(image.language(), "", List.of(file), part),
                image.question().isBlank()
                        ? new Reduction.Join()
                        : ask(Expert.IMAGE, image.language(), image.question()));
    }

    private static Reduction ask(Expert expert, Language language, String question) {
        return new Reduction.Ask(new TaskInput.Combine(expert, language, question, List.of()));
    }

    private static Plan fanned(
            TaskInput whole, BiFunction<Attachment, TaskInput.Part, TaskInput> task, Reduction reduction) {
        List<Attachment> files = whole.attachments();
        List<Plan.Part> parts = IntStream.range(0, files.size())
                .mapToObj(i -> new Plan.Part(
                        files.get(i).name(), task.apply(files.get(i), new TaskInput.Part(i + 1, files.size()))))
                .toList();
        return new Plan.Fanned(parts, reduction);
    }
}
