/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which form a transcript is wanted. */
enum TranscriptFormat {
    JSON("application/json"),
    TEXT("text/plain; charset=utf-8"),
    SRT("application/x-subrip; charset=utf-8"),
    VTT("text/vtt; charset=utf-8"),
    VERBOSE_JSON("application/json");

    private final String mediaType;

    TranscriptFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws com.noragentia.helios.protocol.api.ProblemException where there is none of this name */
    static TranscriptFormat of(String word, String param) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Fault.invalid(
                        param,
                        "one of "
                                + Arrays.stream(values())
                                        .map(TranscriptFormat::word)
                                        .collect(Collectors.joining(", "))));
    }
}
