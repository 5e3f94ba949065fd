/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.extent.Counting;

/**
 * What a task asks of whoever answers it. The same files are more to read for one model than for another: all go through their pages, and a language
 * model then reads what it answers from. Immutable.
 *
 * @param measure what counts whichever model answers
 * @param reading tokens that a language model reads of documents besides; at least 0
 */
public record Asked(Measure measure, long reading) {

    public static final Asked NOTHING = of(Measure.NOTHING);

    public Asked {
        if (reading < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
    }

    /** Without documents. */
    public static Asked of(Measure measure) {
        return new Asked(measure, 0);
    }

    public Asked withOutputTokens(long tokens) {
        return new Asked(measure.withOutputTokens(tokens), reading);
    }

    /**
     * As it counts for a model. A language model that has more to read than it takes in at once makes digests first, which it reads again; nobody sees
     * these, so they are reckoned from what there is to read, and not from what a worker says.
     */
    public Measure by(boolean readsDocuments) {
        if (!readsDocuments) {
            return measure;
        }
        long digests = digests();
        return measure.withPromptTokens(measure.promptTokens() + reading + digests)
                .withOutputTokens(measure.outputTokens() + digests);
    }

    /** Tokens of all digests together; 0 where one sheet holds all. */
    private long digests() {
        return reading <= Counting.TOKENS_PER_SHEET
                ? 0
                : Math.ceilDiv(reading, Counting.TOKENS_PER_SHEET) * Counting.TOKENS_PER_DIGEST;
    }
}
