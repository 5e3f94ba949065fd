/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.answer.WrittenPhrases;
import com.noragentia.helios.language.ClockTime;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says who answered, how long it took, and what kind of text an answer is. */
final class FactWords {

    private static final double MILLIS_PER_SECOND = 1000;

    private FactWords() {}

    static String facts(JobResult result, Phrases phrases) {
        List<String> sentences = new ArrayList<>(new WrittenPhrases(phrases.language()).of(result));
        sentences.add(times(result, phrases));
        return String.join("\n", sentences);
    }

    private static String times(JobResult result, Phrases phrases) {
        JobResult.Timings timings = result.timings();
        return phrases.say(
                "facts",
                result.model(),
                result.worker(),
                timings.queue() / MILLIS_PER_SECOND,
                timings.firstToken() / MILLIS_PER_SECOND,
                timings.total() / MILLIS_PER_SECOND);
    }

    static String origin(TaskOutput output, Phrases phrases) {
        return switch (output) {
            case TaskOutput.Chat chat -> origin(chat.writing(), chat.origin(), phrases);
            case TaskOutput.Document document -> origin(document.writing(), document.origin(), phrases);
            case TaskOutput.Image image -> phrases.say(origin(image));
            case TaskOutput.Audio audio ->
                phrases.say(isDemonstration(audio) ? "origin.recording.demonstration" : "origin.recording");
            case TaskOutput.Embedding embedding -> phrases.say("origin.computed");
        };
    }

    private static String origin(TaskOutput.Image image) {
        if (image.allSeen().stream().anyMatch(Seen::demonstration)) {
            return "origin.picture.demonstration";
        }
        return image.allSeen().isEmpty() ? "origin.picture" : "origin.picture.seen";
    }

    private static boolean isDemonstration(TaskOutput.Audio audio) {
        return audio.spoken() != null && audio.spoken().demonstration();
    }

    private static String origin(@Nullable Written written, AnswerOrigin origin, Phrases phrases) {
        return written != null && written.demonstration()
                ? phrases.say("origin.demonstration")
                : phrases.say("origin." + origin.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the text is not an answer but says why there is none. */
    static boolean isNoAnswer(TaskOutput output) {
        return switch (output) {
            case TaskOutput.Chat chat -> chat.origin() == AnswerOrigin.NONE;
            case TaskOutput.Document document -> document.origin() == AnswerOrigin.NONE;
            case TaskOutput.Image image -> false;
            case TaskOutput.Audio audio -> false;
            case TaskOutput.Embedding embedding -> false;
        };
    }

    static String place(Source source, Phrases phrases) {
        Integer page = source.page();
        Integer paragraph = source.paragraph();
        if (source.startMillis() != null) {
            return phrases.say("source.time", source.file(), ClockTime.of(source.startMillis()));
        }
        if (page != null) {
            return phrases.say("source.page", source.file(), page);
        }
        return paragraph != null
                ? phrases.say("source.paragraph", source.file(), paragraph)
                : phrases.say("source.file", source.file());
    }
}
