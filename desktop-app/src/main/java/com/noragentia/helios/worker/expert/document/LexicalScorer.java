/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * Likeness by keyword, 0 to 1: within the language of the texts, and in rough English, which brings synonyms and the two languages together.
 */
final class LexicalScorer {

    private LexicalScorer() {}

    static double[] scores(Wording question, List<Wording> texts) throws InterruptedException {
        double[] english =
                shares(question.english(), texts.stream().map(Wording::english).toList(), Language.EN);
        boolean anySpanish = texts.stream().anyMatch(text -> text.language() == Language.ES);
        if (!anySpanish || question.language() == Language.EN) {
            return english;
        }
        double[] spanish =
                shares(question.own(), texts.stream().map(Wording::own).toList(), Language.ES);
        double[] best = new double[texts.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = (Math.max(english[i], spanish[i]) + spanish[i]) / 2;
        }
        return best;
    }

    private static double[] shares(String question, List<String> texts, Language language) throws InterruptedException {
        try (KeywordIndex index = new KeywordIndex(texts, language)) {
            return index.shares(question);
        } catch (ThreadInterruptedException e) { // Lucene's own word for it
            throw new InterruptedException("cancelled while indexing");
        }
    }
}
