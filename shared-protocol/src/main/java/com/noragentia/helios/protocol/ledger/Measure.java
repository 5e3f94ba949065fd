/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

/**
 * How much work a task was, counted by the orchestrator from what it sent and received; never a claim of the worker. None is negative.
 *
 * @param promptTokens of the question and what goes with it; for a language model that answers from documents also what it reads of them
 * @param outputTokens of the answer
 * @param audioSeconds of sound, begun seconds count
 * @param pages of documents, begun pages count
 * @param images looked at
 */
public record Measure(long promptTokens, long outputTokens, long audioSeconds, long pages, long images) {

    public static final Measure NOTHING = new Measure(0, 0, 0, 0, 0);

    public Measure {
        if (Math.min(Math.min(promptTokens, outputTokens), Math.min(audioSeconds, Math.min(pages, images))) < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
    }

    public Measure withPromptTokens(long tokens) {
        return new Measure(tokens, outputTokens, audioSeconds, pages, images);
    }

    public Measure withOutputTokens(long tokens) {
        return new Measure(promptTokens, tokens, audioSeconds, pages, images);
    }
}
