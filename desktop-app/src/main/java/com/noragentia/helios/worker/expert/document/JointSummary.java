/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One summary of several documents, made of the summary of each. No document is passed over, however long the others are: each gives the
 * sentence that is most central to all, and the rest is chosen among what is left. Thread-safe.
 */
final class JointSummary {

    private static final int SENTENCES_EACH = 2;

    private final SentenceVectors vectors;
    private final Glossary glossary = Glossary.load();

    JointSummary(SentenceEncoder encoder) {
        vectors = new SentenceVectors(encoder);
    }

    /**
     * Three to seven sentences, or as many as there are documents if those are more, in the order of the documents.
     *
     * @param summaries the sentences of each document's summary, one a passage
     * @param shares so many summaries they were before those of one document were joined: a document in several shares is a long one
     */
    List<Source> of(List<List<Passage>> summaries, int shares, SearchProgress progress)
            throws ModelFailure, InterruptedException {
        List<Passage> sentences = new ArrayList<>();
        List<List<Integer>> places = new ArrayList<>();
        for (List<Passage> summary : summaries) {
            int first = sentences.size();
            sentences.addAll(summary);
            places.add(IntStream.range(first, sentences.size()).boxed().toList());
        }
        List<float[]> meanings =
                vectors.of(sentences.stream().map(this::english).toList(), progress);
        MarginalRelevance relevance = new MarginalRelevance(meanings);
        List<Integer> ofEach = places.stream()
                .flatMap(own -> own.stream().max(Comparator.comparingDouble(relevance::centrality)).stream())
                .toList();
        int usual = shares > summaries.size()
                ? Summary.MOST
                : Math.clamp((long) SENTENCES_EACH * ofEach.size(), Summary.FEWEST, Summary.MOST);
        int wanted = Math.max(ofEach.size(), usual);
        return relevance.choose(ofEach, wanted).stream()
                .sorted()
                .map(i -> sentences.get(i).quoting(sentences.get(i).sentences().getFirst()))
                .toList();
    }

    private String english(Passage sentence) {
        return Wording.of(sentence.sentences().getFirst(), sentence.language(), glossary)
                .english();
    }
}
