/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;

/** Asks for the vectors of three sentences: all of one dimension and of length one, and the two that mean the same nearest to each other. */
record LikenessQuestion() implements ProbeQuestion {

    private static final List<String> SENTENCES = List.of(
            "The cat is asleep on the sofa.",
            "A kitten is sleeping on the couch.",
            "The central bank has raised interest rates.");
    private static final double LENGTH_TOLERANCE = 0.01;

    @Override
    public TaskInput input() {
        return new TaskInput.Embedding(Language.EN, SENTENCES);
    }

    @Override
    public boolean isAnsweredBy(TaskOutput output) {
        return output instanceof TaskOutput.Embedding(List<float[]> vectors)
                && vectors.size() == SENTENCES.size()
                && vectors.stream().allMatch(vector -> isUnit(vector) && vector.length == vectors.getFirst().length)
                && dot(vectors.get(0), vectors.get(1)) > dot(vectors.get(0), vectors.get(2))
                && dot(vectors.get(0), vectors.get(1)) > dot(vectors.get(1), vectors.get(2));
    }

    private static boolean isUnit(float[] vector) {
        return Math.abs(Math.sqrt(dot(vector, vector)) - 1) < LENGTH_TOLERANCE;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
