/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a recording.
 *
 * @param seconds how long it is
 */
record Transcript(List<Utterance> said, @Nullable String language, double seconds, Extension helios) {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** As {@code json}. */
    record Brief(String text, Extension helios) {}

    /** As {@code verbose_json}; what no model of ours says of a segment is left out. */
    record Whole(
            String task,
            @Nullable String language,
            double duration,
            String text,
            List<Segment> segments,
            Extension helios) {}

    /** A stretch of speech; start and end in seconds. */
    record Segment(int id, double start, double end, String text) {}

    static Transcript of(JobResult result) {
        if (!(result.output() instanceof TaskOutput.Audio audio)) {
            throw new IllegalStateException("a recording was to be written down, and something else came");
        }
        Spoken spoken = audio.spoken();
        return new Transcript(
                audio.utterances(),
                spoken == null || spoken.languages().isEmpty()
                        ? null
                        : spoken.languages().getFirst(),
                result.usage().audioSeconds(),
                Extension.of(result, 0));
    }

    String in(TranscriptFormat format) {
        return switch (format) {
            case JSON -> JsonCodec.encodeToString(new Brief(text(), helios));
            case TEXT -> text() + "\n";
            case SRT -> Subtitles.srt(said);
            case VTT -> Subtitles.vtt(said);
            case VERBOSE_JSON ->
                JsonCodec.encodeToString(new Whole("transcribe", language, seconds, text(), segments(), helios));
        };
    }

    /** The words alone: what Helios says beside them, as that nobody speaks, is nobody's speech. */
    private String text() {
        return said.stream().map(Utterance::text).map(String::strip).collect(Collectors.joining(" "));
    }

    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>(said.size());
        for (Utterance one : said) {
            segments.add(new Segment(
                    segments.size(),
                    one.startMillis() / MILLIS_PER_SECOND,
                    one.endMillis() / MILLIS_PER_SECOND,
                    one.text()));
        }
        return segments;
    }
}
