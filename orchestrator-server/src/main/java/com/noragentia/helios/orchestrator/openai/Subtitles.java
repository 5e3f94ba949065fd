/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.task.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was said, as subtitles: SubRip, and WebVTT (W3C). */
final class Subtitles {

    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    private Subtitles() {}

    static String srt(List<Utterance> said) {
        return IntStream.range(0, said.size())
                .mapToObj(i -> (i + 1) + "\n" + times(said.get(i), ',') + "\n"
                        + line(said.get(i).text()) + "\n\n")
                .collect(Collectors.joining());
    }

    static String vtt(List<Utterance> said) {
        return said.stream()
                .map(one -> times(one, '.') + "\n" + escaped(line(one.text())) + "\n\n")
                .collect(Collectors.joining("", "WEBVTT\n\n", ""));
    }

    private static String times(Utterance said, char beforeMillis) {
        return time(said.startMillis(), beforeMillis) + " --> " + time(said.endMillis(), beforeMillis);
    }

    private static String time(long millis, char beforeMillis) {
        long seconds = millis / MILLIS_PER_SECOND;
        long minutes = seconds / SECONDS_PER_MINUTE;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                minutes / MINUTES_PER_HOUR,
                minutes % MINUTES_PER_HOUR,
                seconds % SECONDS_PER_MINUTE,
                beforeMillis,
                millis % MILLIS_PER_SECOND);
    }

    /** One line, without the arrow by which a cue is told: what was heard was written by a worker, and may be anything. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip().replace("-->", "→");
    }

    /** In WebVTT these begin a tag or a character by name. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
