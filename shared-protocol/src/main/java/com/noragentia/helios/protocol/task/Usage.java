/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

/**
 * What a task used, in the units of the price table. Counts, never durations: nothing here depends on how fast a worker is.
 *
 * @param promptTokens tokens read by a model
 * @param outputTokens tokens or pieces streamed
 * @param pages document pages or equivalents read
 * @param megapixels pixels examined, in millions
 * @param audioSeconds seconds of sound examined
 */
public record Usage(long promptTokens, long outputTokens, long pages, double megapixels, double audioSeconds) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                outputTokens + other.outputTokens,
                pages + other.pages,
                megapixels + other.megapixels,
                audioSeconds + other.audioSeconds);
    }
}
