/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Python lets a text do, as far as chat templates ask for it. */
final class TemplateText {

    private static final String BLANKS = " \t\n\r\f\u000B";

    private TemplateText() {}

    /** The result of a method by its Python name; nothing if there is none of that name with these arguments. */
    static Optional<Object> call(String text, String method, Object... arguments) {
        if (!Arrays.stream(arguments).allMatch(String.class::isInstance)) {
            return Optional.empty();
        }
        String[] texts = Arrays.copyOf(arguments, arguments.length, String[].class);
        return switch (texts.length) {
            case 0 -> call(text, method);
            case 1 -> call(text, method, texts[0]);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> call(String text, String method) {
        return switch (method) {
            case "upper" -> Optional.of(text.toUpperCase(Locale.ROOT));
            case "lower" -> Optional.of(text.toLowerCase(Locale.ROOT));
            case "strip", "lstrip", "rstrip" -> call(text, method, BLANKS);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> call(String text, String method, String argument) {
        return switch (method) {
            case "startswith" -> Optional.of(text.startsWith(argument));
            case "endswith" -> Optional.of(text.endsWith(argument));
            case "strip" -> Optional.of(strip(text, argument, true, true));
            case "lstrip" -> Optional.of(strip(text, argument, true, false));
            case "rstrip" -> Optional.of(strip(text, argument, false, true));
            case "split" -> Optional.of(split(text, argument));
            default -> Optional.empty();
        };
    }

    private static String strip(String text, String characters, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (right && to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            throw new TemplateFunctions.TemplateRefusal("it splits by nothing");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
