/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import org.jspecify.annotations.Nullable;

/**
 * What a task used, in the units of the price table. Counts, never durations: nothing here depends on how fast a worker is.
 *
 * @param promptTokens tokens read by a model
 * @param outputTokens tokens or pieces streamed
 * @param pages document pages or equivalents read
 * @param megapixels pixels examined, in millions
 * @param audioSeconds seconds of sound examined
 * @param cachedTokens those of the prompt's tokens that a model still had in memory; null where none has such a memory
 */
public record Usage(
        long promptTokens,
        long outputTokens,
        long pages,
        double megapixels,
        double audioSeconds,
        @Nullable Long cachedTokens) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    /** Of something without a memory of prompts. */
    public Usage(long promptTokens, long outputTokens, long pages, double megapixels, double audioSeconds) {
        this(promptTokens, outputTokens, pages, megapixels, audioSeconds, null);
    }

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                outputTokens + other.outputTokens,
                pages + other.pages,
                megapixels + other.megapixels,
                audioSeconds + other.audioSeconds,
                sum(cachedTokens, other.cachedTokens));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }
}
