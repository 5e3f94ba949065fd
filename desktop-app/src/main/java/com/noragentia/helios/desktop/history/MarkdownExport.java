/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.List;
import java.util.stream.Collectors;

/** The branch of a chat that is shown, as Markdown: what the member wrote as quotation, answers as they came. Pure. */
public final class MarkdownExport {

    /**
     * The words around it, in the member's language.
     *
     * @param unfinished stands below an answer that did not come to its end
     */
    public record Words(String you, String helios, String files, String unfinished) {}

    private final Words words;

    public MarkdownExport(Words words) {
        this.words = words;
    }

    public String of(SavedChat chat) {
        StringBuilder text =
                new StringBuilder("# ").append(escaped(chat.title())).append("\n");
        for (SavedExchange exchange : chat.branches().shown()) {
            text.append("\n**")
                    .append(words.you())
                    .append("**\n\n")
                    .append(quoted(exchange.question().text()));
            List<SavedFile> files = exchange.question().files();
            if (!files.isEmpty()) {
                String names = files.stream().map(file -> escaped(file.name())).collect(Collectors.joining(", "));
                text.append("\n")
                        .append(words.files())
                        .append(": ")
                        .append(names)
                        .append("\n");
            }
            text.append("\n**")
                    .append(words.helios())
                    .append("**\n\n")
                    .append(exchange.answer().strip())
                    .append("\n");
            if (!(exchange.outcome().orElse(null) instanceof Outcome.Answered)) {
                text.append("\n*").append(words.unfinished()).append("*\n");
            }
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.strip()
                .lines()
                .map(line -> line.isEmpty() ? ">\n" : "> " + line + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
