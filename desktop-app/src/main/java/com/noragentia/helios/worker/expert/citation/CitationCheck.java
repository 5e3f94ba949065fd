/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.citation.Figures.Figure;
import com.noragentia.helios.worker.expert.document.Glossary;
import com.noragentia.helios.worker.expert.document.Passage;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a passage says what a sentence claims of it, as far as words tell: its figures, what they count, its names and most of its other words
 * stand there, a figure in company of another of its words, and neither denies what the other affirms. A sentence in another language than the
 * passage is compared in rough English. What this cannot see: who does what to whom, and a paraphrase that shares no words, which is taken for
 * unfounded. Pure and thread-safe.
 */
public final class CitationCheck {

    /** So much of a sentence's words stands in what it tells again. */
    private static final double SHARE = 0.6;
    /** Word for word translation loses some. */
    private static final double SHARE_ACROSS_LANGUAGES = 0.5;

    /** Words and figures: a single word stands almost anywhere. */
    private static final int FEWEST = 2;

    private final Glossary glossary = Glossary.load();

    /** What became of a sentence: it holds, or the first thing that the passage does not say. */
    enum Verdict {
        HOLDS,
        FIGURE,
        UNIT,
        NAME,
        WORDS,
        NEGATION
    }

    /**
     * What was found.
     *
     * @param quote the sentence of the passage that shares most with what was checked
     */
    record Finding(Verdict verdict, String quote) {

        boolean holds() {
            return verdict == Verdict.HOLDS;
        }
    }

    /** @param written the language of the sentence */
    Finding check(String sentence, Language written, Passage passage) {
        boolean isTranslated = written != passage.language();
        Words claim = new Words(sentence, written, isTranslated, glossary);
        List<Words> evidence = passage.sentences().stream()
                .map(said -> new Words(said, passage.language(), isTranslated, glossary))
                .toList();
        Words heading = new Words(passage.heading(), passage.language(), isTranslated, glossary);
        Words closest = evidence.stream()
                .max(Comparator.comparingInt(said -> shared(claim.all(), said.all())))
                .orElseThrow();
        return new Finding(verdict(claim, evidence, heading, closest), closest.text());
    }

    private static Verdict verdict(Words claim, List<Words> evidence, Words heading, Words closest) {
        Set<String> stems = new HashSet<>(heading.stems());
        Set<String> plain = new HashSet<>(heading.plain());
        evidence.forEach(said -> {
            stems.addAll(said.stems());
            plain.addAll(said.plain());
        });
        for (Figure figure : claim.figures()) {
            if (!stands(figure, claim, evidence, heading)) {
                return Verdict.FIGURE;
            }
            if (!stems.containsAll(claim.stemsOf(figure.unit()))) {
                return Verdict.UNIT;
            }
        }
        boolean areNamed = claim.names().stream()
                .allMatch(name -> plain.contains(Words.plain(name)) || stems.containsAll(claim.stemsOf(name)));
        if (!areNamed) {
            return Verdict.NAME;
        }
        double share = claim.isTranslated() ? SHARE_ACROSS_LANGUAGES : SHARE;
        int told = shared(claim.stems(), stems);
        boolean saysLittle = told + claim.figures().size() < FEWEST;
        if (saysLittle || told < share * claim.stems().size()) {
            return Verdict.WORDS;
        }
        return isAlike(claim, evidence, closest) ? Verdict.HOLDS : Verdict.NEGATION;
    }

    /** A figure that stands with nothing else of the claim says something of another thing. */
    private static boolean stands(Figure figure, Words claim, List<Words> evidence, Words heading) {
        Set<String> company = new HashSet<>(claim.stems());
        company.removeAll(claim.stemsOf(figure.unit()));
        return evidence.stream()
                .filter(said -> said.numbers().contains(figure.number())
                        || heading.numbers().contains(figure.number()))
                .anyMatch(said -> company.isEmpty()
                        || !Collections.disjoint(company, said.stems())
                        || !Collections.disjoint(company, heading.stems()));
    }

    /** What is denied must be denied where it is said; what is affirmed must not. */
    private static boolean isAlike(Words claim, List<Words> evidence, Words closest) {
        if (!claim.isNegated()) {
            return !closest.isNegated();
        }
        int most = shared(claim.all(), closest.all());
        return evidence.stream().anyMatch(said -> said.isNegated() && 2 * shared(claim.all(), said.all()) >= most);
    }

    private static int shared(Set<String> some, Set<String> others) {
        return (int) some.stream().filter(others::contains).count();
    }
}
