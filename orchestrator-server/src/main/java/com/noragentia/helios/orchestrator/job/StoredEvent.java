/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import org.jspecify.annotations.Nullable;

/**
 * An event of a job as JSON, with its place: 1 for the first.
 *
 * @param isLast where nothing will ever follow it
 * @param tokens of a piece that a language model wrote, as {@link WrittenTokens#join}; null for others, and where nobody needs them
 */
record StoredEvent(
        long sequence,
        String body,
        boolean isLast,
        @Nullable String tokens) {

    StoredEvent(long sequence, String body, boolean isLast) {
        this(sequence, body, isLast, null);
    }
}
