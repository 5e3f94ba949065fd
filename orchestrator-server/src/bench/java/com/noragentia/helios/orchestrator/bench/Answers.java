/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a simulated worker answers: to the load's questions at once, to anything else as well as it can. */
final class Answers {

    private static final String PIECE = "The harbour opens at seven. ";
    private static final Pattern SUM = Pattern.compile("(\\d{1,6})\\s*\\+\\s*(\\d{1,6})");
    private static final int DIMENSIONS = 384;

    private Answers() {}

    static String piece(String lease, int index) {
        return "{\"type\":\"progress\",\"lease\":\"" + lease + "\",\"index\":" + index + ",\"text\":\"" + PIECE + "\"}";
    }

    /** The end of one of the load's own tasks, after so many pieces. */
    static String completed(String lease, int pieces) {
        return "{\"type\":\"completed\",\"lease\":\"" + lease + "\",\"output\":{\"type\":\"chat\",\"text\":\""
                + PIECE.repeat(Math.max(1, pieces))
                + "\",\"sources\":[],\"origin\":\"computed\"},\"usage\":{\"promptTokens\":12,\"outputTokens\":8,"
                + "\"pages\":0,\"megapixels\":0.0,\"audioSeconds\":0.0}}";
    }

    /** The end of a task that is not of the load: a probe. */
    static FromWorker.Completed completed(ToWorker.RunTask task) {
        TaskOutput output = switch (task.input()) {
            case TaskInput.Chat chat ->
                new TaskOutput.Chat(reckoned(chat.question()), List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Document document ->
                new TaskOutput.Document(reckoned(document.question()), List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Image _ -> new TaskOutput.Image("", List.of(), List.of());
            case TaskInput.Combine _ -> new TaskOutput.Document("", List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Audio _ -> new TaskOutput.Audio("", List.of(), List.of());
            case TaskInput.Embedding embedding ->
                new TaskOutput.Embedding(
                        embedding.texts().stream().map(Answers::vector).toList());
        };
        return new FromWorker.Completed(task.lease(), output, new Usage(12, 8, 0, 0, 0));
    }

    private static String reckoned(String question) {
        Matcher sum = SUM.matcher(question);
        return sum.find() ? Integer.toString(Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2))) : PIECE;
    }

    /** A unit vector, the same for the same text. */
    private static float[] vector(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        float[] vector = new float[DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextDouble(-1, 1);
            squares += vector[i] * vector[i];
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
