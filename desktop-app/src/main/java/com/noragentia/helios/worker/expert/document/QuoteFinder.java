/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the sentences of given passages that answer a question best, by meaning (sentence vectors) and by keyword (BM25) together. English
 * and Spanish, also question and text in different ones. Thread-safe.
 */
public final class QuoteFinder {

    /** Sentences of so many passages are looked at one by one. */
    private static final int PASSAGES = 8;
    /** A sentence counts for itself and for the company it keeps. */
    private static final double SENTENCE_SHARE = 0.5;

    private final SentenceVectors vectors;
    private final LanguageDetector languages;
    private final Glossary glossary;

    public QuoteFinder(SentenceEncoder encoder, LanguageDetector languages) {
        vectors = new SentenceVectors(encoder);
        this.languages = languages;
        glossary = Glossary.load();
    }

    /**
     * The best sentences, best first; empty if nothing is relevant enough.
     *
     * @param asked the language the question is probably in
     */
    public List<Quote> find(String question, Language asked, List<Passage> passages, SearchProgress progress)
            throws ModelFailure, InterruptedException {
        return search(question, asked, passages, progress).quotes();
    }

    /**
     * What of a text bears on a question.
     *
     * @param passages all of them, the likeliest first
     * @param quotes the best sentences of the likeliest passages, best first; empty if nothing is relevant enough
     */
    public record Found(List<Passage> passages, List<Quote> quotes) {}

    /** As {@link #find}, with the passages in which to read on. */
    public Found search(String question, Language asked, List<Passage> passages, SearchProgress progress)
            throws ModelFailure, InterruptedException {
        Language language = languages.detect(question, asked);
        Found ranked = rankAll(question, language, passages, progress);
        List<Quote> relevant = ranked.quotes().stream()
                .filter(quote -> quote.relevance() >= Relevance.of(language).threshold())
                .toList();
        return new Found(ranked.passages(), relevant);
    }

    /** All sentences of the best passages, best first, relevant or not. */
    List<Quote> rank(String question, Language language, List<Passage> passages, SearchProgress progress)
            throws ModelFailure, InterruptedException {
        return rankAll(question, language, passages, progress).quotes();
    }

    private Found rankAll(String question, Language language, List<Passage> passages, SearchProgress progress)
            throws ModelFailure, InterruptedException {
        Wording asked = Wording.of(question, language, glossary);
        float[] aim =
                vectors.of(List.of(asked.english()), SearchProgress.SILENT).getFirst();
        List<Wording> texts = passages.stream()
                .map(passage -> Wording.of(passage.text(), passage.language(), glossary))
                .toList();
        double[] scores = scores(asked, aim, texts, progress);
        List<Integer> likeliest = IntStream.range(0, passages.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .toList();
        List<Candidate> candidates = likeliest.stream()
                .limit(PASSAGES)
                .flatMap(i -> passages.get(i).sentences().stream()
                        .map(sentence -> new Candidate(passages.get(i), sentence, scores[i])))
                .toList();
        return new Found(likeliest.stream().map(passages::get).toList(), rank(asked, aim, candidates));
    }

    private List<Quote> rank(Wording asked, float[] aim, List<Candidate> candidates)
            throws ModelFailure, InterruptedException {
        List<Wording> texts = candidates.stream()
                .map(candidate ->
                        Wording.of(candidate.sentence(), candidate.passage().language(), glossary))
                .toList();
        double[] scores = scores(asked, aim, texts, SearchProgress.SILENT);
        AnswerKind kind = AnswerKind.of(asked.own());
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            double relevance = kind.fit(candidate.sentence())
                    * (SENTENCE_SHARE * scores[i] + (1 - SENTENCE_SHARE) * candidate.passageScore());
            quotes.add(new Quote(candidate.passage().quoting(candidate.sentence()), relevance));
        }
        quotes.sort(Comparator.comparingDouble(Quote::relevance).reversed());
        return quotes;
    }

    private double[] scores(Wording asked, float[] aim, List<Wording> texts, SearchProgress progress)
            throws ModelFailure, InterruptedException {
        double[] lexical = LexicalScorer.scores(asked, texts);
        List<float[]> meanings = vectors.of(texts.stream().map(Wording::english).toList(), progress);
        double[] scores = new double[texts.size()];
        for (int i = 0; i < scores.length; i++) {
            double meaning = SentenceVectors.likeness(aim, meanings.get(i));
            scores[i] = Relevance.of(texts.get(i).language()).fuse(meaning, lexical[i]);
        }
        return scores;
    }

    private record Candidate(Passage passage, String sentence, double passageScore) {}
}
