/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Plans a task for each file, and for each stretch of a long recording, where that makes no answer worse. Pure.
 *
 * <p>Fanned out are: pictures and recordings to be read out, which are then joined; recordings with a question, which is asked of who reads
 * documents, once they are written down; pictures with a question, whose lines the last task ranks
 * all together, exactly as one task would; summaries of documents, where the last task chooses among the sentences that each part chose.
 *
 * <p>One task remains: a question about documents, since its words are weighed by how rare they are in all of them, and the best quote of one
 * file cannot be measured by that of another; a conversation; and whatever has one file. A long document is not cut into ranges of pages: the
 * orchestrator never opens files, so it does not know their pages, and each part would have to take the whole file apart again. A
 * recording is taken apart so much faster than it is listened to that this does not matter.
 */
final class Planner {

    private Planner() {}

    /** @param units pages, seconds or images that a file counts */
    static Plan plan(TaskInput input, ToLongFunction<Attachment> units) {
        int files = input.attachments().size();
        if (Limit.PARTS_PER_JOB.isPassedBy(files)) {
            throw QuestionRules.passed(Limit.PARTS_PER_JOB, "too many parts");
        }
        if (input instanceof TaskInput.Audio audio) {
            return recordings(audio, units);
        }
        return files < 2 ? new Plan.Single(input) : planFiles(input);
    }

    private static Plan recordings(TaskInput.Audio audio, ToLongFunction<Attachment> units) {
        List<Plan.Part> parts = RecordingParts.of(audio, units);
        if (!audio.question().isBlank()) {
            return new Plan.Fanned(parts, ask(Expert.DOCUMENT, audio.language(), audio.question()));
        }
        return parts.size() == 1 ? new Plan.Single(audio) : new Plan.Fanned(parts, new Reduction.Join());
    }

    private static Plan planFiles(TaskInput input) {
        return switch (input) {
            case TaskInput.Document document when document.goal() == DocumentGoal.SUMMARY -> summary(document);
            case TaskInput.Image image -> pictures(image);
            case TaskInput.Document _,
                    TaskInput.Audio _,
                    TaskInput.Chat _,
                    TaskInput.Embedding _,
                    TaskInput.Combine _ -> new Plan.Single(input);
        };
    }

    private static Plan summary(TaskInput.Document document) {
        Language language = document.language();
        return fanned(
                document,
                (file, _) -> new TaskInput.Document(language, "", DocumentGoal.SUMMARY, List.of(file)),
                ask(Expert.DOCUMENT, language, ""));
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
