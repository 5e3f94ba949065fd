/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.Locale;

/**
 * The sources of an answer as lines below it, as in {@code [2] report.pdf, p. 3}: for answers whose sentences name sources by number, which say nothing to
 * whoever has no list of them. The same in every language. Why they stand in the text: docs/decisions/0023.
 */
final class SourceList {

    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;

    private SourceList() {}

    /** What is to be added to the answer; empty where nothing in it leads to a source. */
    static String below(TaskOutput output) {
        boolean hasNumbers = output.writing() != null && output.text().matches("(?s).*\\[[0-9]{1,3}].*");
        List<Source> sources = output.sources();
        if (!hasNumbers || sources.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder("\n");
        for (int i = 0; i < sources.size(); i++) {
            lines.append("\n[").append(i + 1).append("] ").append(place(sources.get(i)));
        }
        return lines.toString();
    }

    private static String place(Source source) {
        if (source.page() != null) {
            return source.file() + ", p. " + source.page();
        }
        if (source.paragraph() != null) {
            return source.file() + ", ¶ " + source.paragraph();
        }
        return source.startMillis() == null ? source.file() : source.file() + ", " + clock(source.startMillis());
    }

    private static String clock(long millis) {
        long seconds = millis / MILLIS_PER_SECOND;
        return String.format(Locale.ROOT, "%d:%02d", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
    }
}
