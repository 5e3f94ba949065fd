/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that the demonstration model has not learnt from, its surroundings, and the one right answer. The list is made by
 * {@code assets/models/helios-demo-1/recipe/examination_list.py}.
 */
record ExaminationQuestion(
        String category, String language, @Nullable String system, List<Turn> earlier, String question, String answer) {

    private static final String LIST = "demonstration-questions.jsonl";
    private static final long MAX_LINE_BYTES = 10_000;

    record Turn(String question, String answer) {}

    static List<ExaminationQuestion> all() throws IOException, WireException {
        try (InputStream in = Objects.requireNonNull(ExaminationQuestion.class.getResourceAsStream(LIST), LIST)) {
            List<ExaminationQuestion> questions = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                questions.add(JsonCodec.decode(line, ExaminationQuestion.class, MAX_LINE_BYTES));
            }
            return questions;
        }
    }

    /** As the chat template of the model writes it, up to where the answer begins. */
    String prompt() {
        StringBuilder prompt = new StringBuilder();
        if (system != null) {
            prompt.append(turn("system", system));
        }
        for (Turn turn : earlier) {
            prompt.append(turn("user", turn.question())).append(turn("assistant", turn.answer()));
        }
        return prompt.append(turn("user", question))
                .append("<|im_start|>assistant\n")
                .toString();
    }

    private static String turn(String role, String text) {
        return "<|im_start|>" + role + "\n" + text + "<|im_end|>\n";
    }
}
