/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.protocol.task.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ask --json} prints; scripts rely on these names. Times are milliseconds.
 *
 * @param written how a language model wrote the answer; left out where none did
 * @param looking what was seen in pictures, beside text; left out where nobody looked
 * @param listening what was heard in recordings, and how; left out where the answer is no transcript
 */
record AskReport(
        String answer,
        List<Quoted> sources,
        String model,
        String worker,
        String job,
        @JsonProperty("timings_ms") Timings timings,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double credits,
        @Nullable Writing written,
        @Nullable Listening listening,
        @Nullable Looking looking) {

    /** {@code page} is null where a format has no pages; {@code paragraph} is left out where a page is known, {@code start_ms} where nobody speaks, {@code box} (in points, from the top left of the page) where the words were not read from a picture. */
    record Quoted(
            String file,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer page,

            @Nullable Integer paragraph,
            String quote,
            @JsonProperty("start_ms") @Nullable Long start,
            @Nullable Box box) {

        static Quoted of(Source source) {
            return new Quoted(
                    source.file(),
                    source.page(),
                    source.paragraph(),
                    source.quote(),
                    source.startMillis(),
                    source.box());
        }
    }

    /** {@code languages} are codes such as {@code en}. */
    record Listening(List<String> languages, boolean demonstration, List<Heard> utterances) {

        static @Nullable Listening of(TaskOutput output) {
            if (!(output instanceof TaskOutput.Audio audio)) {
                return null;
            }
            Spoken spoken = audio.spoken() == null ? new Spoken(List.of(), false) : audio.spoken();
            return new Listening(
                    spoken.languages(),
                    spoken.demonstration(),
                    audio.utterances().stream().map(Heard::of).toList());
        }
    }

    record Heard(
            String file,
            @JsonProperty("start_ms") long start,
            @JsonProperty("end_ms") long end,
            String text) {

        static Heard of(Utterance said) {
            return new Heard(said.file(), said.startMillis(), said.endMillis(), said.text());
        }
    }

    /** What each model that described pictures said, and what each found in them. */
    record Looking(List<Described> descriptions, List<Found> objects) {

        static @Nullable Looking of(TaskOutput output) {
            if (!(output instanceof TaskOutput.Image image) || image.seen() == null) {
                return null;
            }
            List<Seen> seen = image.allSeen();
            return new Looking(
                    seen.stream()
                            .filter(one -> one.description() != null)
                            .map(Described::of)
                            .toList(),
                    seen.stream()
                            .flatMap(one -> one.objects().stream().map(thing -> Found.of(one, thing)))
                            .toList());
        }
    }

    /** {@code language} is a code such as {@code en}, null where nobody knows. */
    record Described(
            String file,
            @Nullable String text,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Language language,

            String model,
            boolean demonstration) {

        static Described of(Seen seen) {
            return new Described(seen.file(), seen.description(), seen.language(), seen.model(), seen.demonstration());
        }
    }

    /** {@code label} is the model's word; {@code score} is 0 to 1; {@code box} is in pixels of the picture as it is meant to be seen. */
    record Found(String file, String label, double score, TextLine.Box box, String model, boolean demonstration) {

        static Found of(Seen seen, Seen.Thing thing) {
            return new Found(
                    seen.file(), thing.label(), thing.score(), thing.box(), seen.model(), seen.demonstration());
        }
    }

    /** {@code stopReason} is {@code stop}, {@code length} or {@code stop_string}; {@code turnsLeftOut} counts earlier messages. */
    record Writing(
            @JsonProperty("stop_reason") StopReason stopReason,
            @JsonProperty("turns_left_out") int turnsLeftOut,
            boolean demonstration) {

        static @Nullable Writing of(TaskOutput output) {
            Written written = output.writing();
            return written == null
                    ? null
                    : new Writing(written.stop(), written.turnsLeftOut(), written.demonstration());
        }
    }

    record Timings(long queue, @JsonProperty("first_token") long firstToken, long total) {}

    static AskReport of(String job, JobResult result) {
        JobResult.Timings timings = result.timings();
        return new AskReport(
                result.output().text(),
                result.output().sources().stream().map(Quoted::of).toList(),
                result.model(),
                result.worker(),
                job,
                new Timings(timings.queue(), timings.firstToken(), timings.total()),
                result.credits(),
                Writing.of(result.output()),
                Listening.of(result.output()),
                Looking.of(result.output()));
    }
}
