/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Texts in memory, scored by BM25 against a question. Not thread-safe.
 *
 * <p>A score is a share: BM25 divided by what a text with every keyword of the question could reach, so 0 to 1 and comparable between
 * documents. Source: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009.
 */
final class KeywordIndex implements AutoCloseable {

    private static final String FIELD = "text";
    /** Repetition says little in texts this short, and so does their length. */
    private static final float K1 = 0.5f;

    private static final float B = 0.3f;
    /** More keywords than this are an essay, not a question. */
    private static final int KEYWORDS = 256;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Analyzer analyzer;
    private final int texts;
    private final DirectoryReader reader;

    KeywordIndex(List<String> texts, Language language) {
        this.texts = texts.size();
        analyzer = new KeywordAnalyzer(language);
        try {
            IndexWriterConfig configuration = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity(K1, B));
            try (IndexWriter writer = new IndexWriter(directory, configuration)) {
                for (String text : texts) {
                    Document document = new Document();
                    document.add(new TextField(FIELD, text, Field.Store.NO));
                    writer.addDocument(document);
                }
                // One segment, so that the numbers of documents are the order of the texts.
                writer.forceMerge(1);
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
    }

    /** The share of each text, in the order of the texts. */
    double[] shares(String question) {
        double[] shares = new double[texts];
        try {
            Set<String> keywords = keywords(question);
            double reachable = 0;
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String keyword : keywords) {
                Term term = new Term(FIELD, keyword);
                reachable += idf(reader.docFreq(term));
                query.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
            }
            if (keywords.isEmpty() || texts == 0) {
                return shares;
            }
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity(K1, B));
            // BM25 of Lucene lacks the factor (k1 + 1): one occurrence in a text of average length gives 1 / (k1 + 1)
            // of the idf.
            for (ScoreDoc hit : searcher.search(query.build(), texts).scoreDocs) {
                shares[hit.doc] = Math.min(1, hit.score * (K1 + 1) / reachable);
            }
            return shares;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
    }

    private double idf(int documents) {
        return Math.log(1 + (texts - documents + 0.5) / (documents + 0.5));
    }

    private Set<String> keywords(String question) throws IOException {
        Set<String> keywords = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(FIELD, question)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && keywords.size() < KEYWORDS) {
                keywords.add(term.toString());
            }
            tokens.end();
        }
        return keywords;
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
    }
}
