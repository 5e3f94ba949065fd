/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.document.Passage;
import com.noragentia.helios.worker.expert.document.QuoteFinder;
import com.noragentia.helios.worker.expert.document.SearchProgress;
import com.noragentia.helios.worker.expert.image.LineRanker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the lines of a picture that answer a question, as sentences of a document are found. */
record QuotedLines(QuoteFinder quotes) implements LineRanker {

    private static final int MOST_LINES = 3;

    @Override
    public List<TextLine> best(String question, Language language, List<TextLine> lines)
            throws ModelFailure, InterruptedException {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            // The paragraph number leads back to the line.
            passages.add(new Passage(line.file(), null, i, language, "", List.of(line.text())));
        }
        return quotes.find(question, language, passages, SearchProgress.SILENT).stream()
                .limit(MOST_LINES)
                .map(quote -> lines.get(Objects.requireNonNull(quote.source().paragraph())))
                .toList();
    }
}
