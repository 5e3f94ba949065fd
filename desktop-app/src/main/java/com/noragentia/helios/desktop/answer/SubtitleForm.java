/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form of subtitle files: SubRip, and WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"). */
public enum SubtitleForm {
    SRT(',') {
        @Override
        String header() {
            return "";
        }

        // The form knows no way to write its arrow in text.
        @Override
        String text(String line) {
            return line.replace("-->", "→");
        }
    },
    VTT('.') {
        @Override
        String header() {
            return "WEBVTT\n\n";
        }

        @Override
        String text(String line) {
            return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    };

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long PER_MINUTE = 60;

    private final char beforeMillis;

    SubtitleForm(char beforeMillis) {
        this.beforeMillis = beforeMillis;
    }

    /** By the end of a file's name; empty for any other. */
    public static Optional<SubtitleForm> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> name.endsWith("." + form.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    abstract String header();

    /** A line of text as this form writes it. */
    abstract String text(String line);

    /** Hours have two digits or more. */
    String time(long millis) {
        long seconds = millis / MILLIS_PER_SECOND;
        long minutes = seconds / PER_MINUTE;
        return "%02d:%02d:%02d%c%03d"
                .formatted(
                        minutes / PER_MINUTE,
                        minutes % PER_MINUTE,
                        seconds % PER_MINUTE,
                        beforeMillis,
                        millis % MILLIS_PER_SECOND);
    }
}
