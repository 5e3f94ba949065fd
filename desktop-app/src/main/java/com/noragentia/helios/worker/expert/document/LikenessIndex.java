/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.List;

/** Fixed texts of one language whose likeness to a question, 0 to 1, is by meaning and keyword together. Immutable and thread-safe. */
public final class LikenessIndex {

    private final SentenceVectors vectors;
    private final Glossary glossary;
    private final List<Wording> texts;
    private final List<float[]> meanings;

    private LikenessIndex(SentenceVectors vectors, Glossary glossary, List<Wording> texts, List<float[]> meanings) {
        this.vectors = vectors;
        this.glossary = glossary;
        this.texts = texts;
        this.meanings = meanings;
    }

    public static LikenessIndex of(List<String> texts, Language language, SentenceEncoder encoder)
            throws ModelFailure, InterruptedException {
        SentenceVectors vectors = new SentenceVectors(encoder);
        Glossary glossary = Glossary.load();
        List<Wording> wordings =
                texts.stream().map(text -> Wording.of(text, language, glossary)).toList();
        List<float[]> meanings =
                vectors.of(wordings.stream().map(Wording::english).toList(), SearchProgress.SILENT);
        return new LikenessIndex(vectors, glossary, wordings, meanings);
    }

    /** The likeness of each text to the question, in the order of the texts. */
    public double[] likeness(String question, Language asked) throws ModelFailure, InterruptedException {
        Wording wording = Wording.of(question, asked, glossary);
        float[] aim =
                vectors.of(List.of(wording.english()), SearchProgress.SILENT).getFirst();
        double[] keywords = LexicalScorer.scores(wording, texts);
        double[] likeness = new double[texts.size()];
        for (int i = 0; i < likeness.length; i++) {
            double meaning = SentenceVectors.likeness(aim, meanings.get(i));
            likeness[i] = Relevance.of(texts.get(i).language()).fuse(meaning, keywords[i]);
        }
        return likeness;
    }
}
