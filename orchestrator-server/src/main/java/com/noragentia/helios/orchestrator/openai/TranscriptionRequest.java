/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.task.Language;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code POST /v1/audio/transcriptions} asks.
 *
 * @param language of Helios's own words, where the form names one of ours; the speaker's language is heard, not told
 */
record TranscriptionRequest(ModelName model, Part file, TranscriptFormat format, Optional<Language> language) {

    private static final String FORMAT = "response_format";
    private static final String LANGUAGE = "language";

    /** Fields that OpenAI has and Helios has not, with the values that ask for nothing. */
    private static final Map<String, List<String>> UNSUPPORTED = Map.of(
            "prompt", List.of(),
            "stream", List.of("false"),
            "temperature", List.of("0", "0.0"),
            "chunking_strategy", List.of("auto"),
            "include[]", List.of(),
            "include", List.of(),
            "timestamp_granularities[]", List.of("segment"),
            "known_speaker_names[]", List.of(),
            "known_speaker_references[]", List.of());

    static TranscriptionRequest of(UploadForm form) throws IOException {
        ModelName model = new ModelName(form.text("model").orElseThrow(() -> Fault.missing("model")));
        for (Map.Entry<String, List<String>> one : UNSUPPORTED.entrySet()) {
            Optional<String> value = form.text(one.getKey());
            if (value.isPresent() && !one.getValue().contains(value.get())) {
                throw Fault.unsupported(one.getKey());
            }
        }
        return new TranscriptionRequest(
                model,
                form.file("file").orElseThrow(() -> Fault.missing("file")),
                TranscriptFormat.of(form.text(FORMAT).orElse("json"), FORMAT),
                form.text(LANGUAGE).map(TranscriptionRequest::language));
    }

    private static Language language(String code) {
        if (!code.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
            throw Fault.invalid(LANGUAGE, "a code such as en or es");
        }
        return Language.of(Locale.forLanguageTag(code));
    }
}
