/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * How an answer ended, and what it took.
 *
 * @param promptTokens tokens of the prompt
 * @param cachedTokens those of them that were known from before and not computed again
 * @param writtenTokens tokens written, those of an earlier attempt and the end token included
 */
public record Generated(End end, int promptTokens, int cachedTokens, int writtenTokens) {

    /** Why nothing more was written. */
    public enum End {
        /** The model wrote an end token. */
        END_TOKEN,
        /** The sink wanted no more. */
        SINK,
        /** As many tokens as were allowed, or as the context holds. */
        LENGTH
    }
}
