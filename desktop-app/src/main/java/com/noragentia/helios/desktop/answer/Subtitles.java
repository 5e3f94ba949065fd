/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.answer;

import com.noragentia.helios.protocol.task.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was said in a recording as subtitles: at most {@value #LINES} lines of {@value #LINE_CHARACTERS} characters at a time; who says more at once gets several in a
 * row, each with its share of the time. No two are shown at once, and each for a moment at least. Pure.
 */
public final class Subtitles {

    static final int LINES = 2;
    static final int LINE_CHARACTERS = 42;
    /** So short a time is lengthened, as far as the next one allows. */
    static final long LEAST_MILLIS = 700;

    private Subtitles() {}

    private record Cue(long start, long end, List<String> lines) {}

    /** The file; whatever was said, its text breaks no other line of it. */
    public static String of(List<Utterance> utterances, SubtitleForm form) {
        List<Cue> cues = utterances.stream()
                .sorted(Comparator.comparingLong(Utterance::startMillis))
                .flatMap(one -> cues(one).stream())
                .toList();
        StringBuilder file = new StringBuilder(form.header());
        long shownUntil = 0;
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            long start = Math.max(shownUntil, cue.start());
            long next = i + 1 < cues.size() ? cues.get(i + 1).start() : Long.MAX_VALUE;
            long end = Math.max(cue.end(), Math.min(start + LEAST_MILLIS, next));
            end = Math.max(Math.min(end, Math.max(next, start)), start + 1);
            shownUntil = end;
            file.append(i + 1).append('\n');
            file.append(form.time(start)).append(" --> ").append(form.time(end)).append('\n');
            cue.lines().forEach(line -> file.append(form.text(line)).append('\n'));
            file.append('\n');
        }
        return file.toString();
    }

    private static List<Cue> cues(Utterance said) {
        List<String> lines = lines(said.text());
        long start = Math.max(0, said.startMillis());
        long length = Math.max(0, said.endMillis() - start);
        long characters = Math.max(1, lines.stream().mapToLong(String::length).sum());
        List<Cue> cues = new ArrayList<>();
        long shown = 0;
        for (int i = 0; i < lines.size(); i += LINES) {
            List<String> some = lines.subList(i, Math.min(lines.size(), i + LINES));
            long until = shown + some.stream().mapToLong(String::length).sum();
            cues.add(new Cue(start + length * shown / characters, start + length * until / characters, some));
            shown = until;
        }
        return cues;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip().split(" ")) {
            String rest = word;
            while (rest.codePointCount(0, rest.length()) > LINE_CHARACTERS) {
                flush(line, lines);
                int end = rest.offsetByCodePoints(0, LINE_CHARACTERS);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            if (!line.isEmpty()
                    && line.codePointCount(0, line.length()) + 1 + rest.codePointCount(0, rest.length())
                            > LINE_CHARACTERS) {
                flush(line, lines);
            }
            line.append(line.isEmpty() || rest.isEmpty() ? "" : " ").append(rest);
        }
        flush(line, lines);
        return lines;
    }

    private static void flush(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }
}
