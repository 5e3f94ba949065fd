/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.document.KeywordAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a text that carry its content, stemmed, each once. Pure. */
final class KeywordStems {

    private static final String FIELD = "text";

    private KeywordStems() {}

    static Set<String> of(String text, Language language) {
        Set<String> stems = new LinkedHashSet<>();
        try (Analyzer analyzer = new KeywordAnalyzer(language);
                TokenStream tokens = analyzer.tokenStream(FIELD, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return stems;
    }
}
