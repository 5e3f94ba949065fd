/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the answer to a question is, down to its pieces: the same from whichever worker, so that any may go on where another fell. */
final class Script {

    private static final Pattern SUM = Pattern.compile("(\\d{1,6})\\s*\\+\\s*(\\d{1,6})");
    private static final int FEWEST_PIECES = 4;
    private static final int PIECES_VARY = 9;
    private static final int DIMENSIONS = 384;

    private Script() {}

    static List<String> pieces(String question) {
        Matcher sum = SUM.matcher(question);
        if (sum.find()) { // what a worker is asked before it is trusted with work
            return List.of(Integer.toString(Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2))));
        }
        String hash = Sha256.hex(question.getBytes(StandardCharsets.UTF_8));
        int count = FEWEST_PIECES + Integer.parseInt(hash.substring(0, 4), 16) % PIECES_VARY;
        return IntStream.range(0, count)
                .mapToObj(i -> "word " + i + " of " + hash.substring(i, i + 12) + ". ")
                .toList();
    }

    static String text(String question) {
        return String.join("", pieces(question));
    }

    static List<String> pieces(TaskInput input) {
        return input instanceof TaskInput.Embedding ? List.of() : pieces(input.question());
    }

    static TaskOutput output(TaskInput input) {
        return switch (input) {
            case TaskInput.Chat chat -> new TaskOutput.Chat(text(chat.question()), List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Document document ->
                new TaskOutput.Document(text(document.question()), List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Image image -> new TaskOutput.Image(text(image.question()), List.of(), List.of());
            case TaskInput.Audio audio -> new TaskOutput.Audio(text(audio.question()), List.of(), List.of());
            case TaskInput.Combine combine ->
                new TaskOutput.Document(text(combine.question()), List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Embedding embedding ->
                new TaskOutput.Embedding(
                        embedding.texts().stream().map(Script::unitVector).toList());
        };
    }

    private static float[] unitVector(String text) {
        float[] vector = new float[DIMENSIONS];
        vector[Math.floorMod(text.hashCode(), DIMENSIONS)] = 1;
        return vector;
    }
}
