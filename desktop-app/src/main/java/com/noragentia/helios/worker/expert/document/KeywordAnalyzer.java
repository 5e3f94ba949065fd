/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The keywords of a text: lower case, without little words, stemmed by the rules of its language (Snowball), accents folded. */
public final class KeywordAnalyzer extends Analyzer {

    private static final CharArraySet QUESTION_WORDS = new CharArraySet(
            List.of(
                    "what", "when", "where", "which", "who", "whom", "whose", "why", "how", "much", "many", "do",
                    "does", "did", "can", "i", "my", "we", "you", "should", "qué", "cuál", "cuáles", "cuánto", "cuánta",
                    "cuántos", "cuántas", "cuándo", "dónde", "quién", "quiénes", "cómo", "cuanto", "cuanta", "cuantos",
                    "cuantas", "cual", "hay"),
            true);

    private final Language language;

    public KeywordAnalyzer(Language language) {
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new StandardTokenizer();
        TokenStream kept = new StopFilter(new LowerCaseFilter(words), QUESTION_WORDS);
        TokenStream stemmed = switch (language) {
            case EN -> new SnowballFilter(new StopFilter(kept, EnglishAnalyzer.getDefaultStopSet()), "English");
            case ES -> new SnowballFilter(new StopFilter(kept, SpanishAnalyzer.getDefaultStopSet()), "Spanish");
        };
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(stemmed));
    }
}
