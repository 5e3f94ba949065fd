/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most central and least alike sentences of a text, in reading order. Thread-safe.
 */
public final class Summary {

    static final int FEWEST = 3;
    static final int MOST = 7;
    /** One sentence of the summary for so many of the text. */
    private static final int SENTENCES_EACH = 8;
    /** Longer texts are sampled: the first sentences of passages spread evenly over them. */
    private static final int CANDIDATES = 400;

    private static final int SHORTEST_WORDS = 5;
    private static final int LONGEST_WORDS = 60;
    private final SentenceVectors vectors;
    private final Glossary glossary = Glossary.load();

    public Summary(SentenceEncoder encoder) {
        vectors = new SentenceVectors(encoder);
    }

    /** Three to seven sentences; fewer where the text has no more. */
    public List<Source> of(List<Passage> passages, SearchProgress progress) throws ModelFailure, InterruptedException {
        List<Candidate> candidates = sampled(candidates(passages));
        List<String> readable = candidates.stream()
                .map(candidate -> Wording.of(
                                candidate.sentence(), candidate.passage().language(), glossary)
                        .english())
                .toList();
        List<float[]> meanings = vectors.of(readable, progress);
        int wanted = Math.clamp(candidates.size() / SENTENCES_EACH, FEWEST, MOST);
        return new MarginalRelevance(meanings)
                .choose(List.of(), wanted).stream()
                        .sorted()
                        .map(i -> candidates
                                .get(i)
                                .passage()
                                .quoting(candidates.get(i).sentence()))
                        .toList();
    }

    private static List<Candidate> candidates(List<Passage> passages) {
        List<Candidate> all = passages.stream()
                .flatMap(passage -> passage.sentences().stream().map(sentence -> new Candidate(passage, sentence)))
                .toList();
        List<Candidate> wholeSentences = all.stream()
                .filter(candidate -> {
                    int words = candidate.sentence().split(" ").length;
                    return words >= SHORTEST_WORDS && words <= LONGEST_WORDS;
                })
                .toList();
        return wholeSentences.size() >= FEWEST ? wholeSentences : all;
    }

    private static List<Candidate> sampled(List<Candidate> candidates) {
        if (candidates.size() <= CANDIDATES) {
            return candidates;
        }
        return IntStream.range(0, CANDIDATES)
                .mapToObj(i -> candidates.get((int) ((long) i * candidates.size() / CANDIDATES)))
                .toList();
    }

    private record Candidate(Passage passage, String sentence) {}
}
