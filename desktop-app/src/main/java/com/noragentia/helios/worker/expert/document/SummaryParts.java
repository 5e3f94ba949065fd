/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What other workers chose from documents, made one. They may have sent anything, so only what could be a summary is looked at. */
record SummaryParts(JointSummary summary, LanguageDetector languages) {

    /** @throws ProblemException if a part is no summary of a document, or a question is asked of them */
    List<Source> combine(TaskInput.Combine task, SearchProgress progress) throws ModelFailure, InterruptedException {
        if (!task.question().isBlank()) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "summaries answer no questions");
        }
        return summary.of(documents(task), task.parts().size(), progress);
    }

    /** The sentences that were chosen from each document, one a passage; shares of one document stand one after the other. */
    List<List<Passage>> documents(TaskInput.Combine task) {
        Map<String, List<Passage>> byFile = new LinkedHashMap<>();
        for (TaskInput.Combined part : task.parts()) {
            byFile.computeIfAbsent(part.file(), file -> new ArrayList<>()).addAll(sentences(part, task.language()));
        }
        return List.copyOf(byFile.values());
    }

    private static boolean isCredible(Source source) {
        Integer page = source.page();
        return !source.quote().isEmpty()
                && source.quote().length() <= SentenceSplitter.SENTENCE_CHARACTERS
                && (page == null || (page > 0 && !Limit.PDF_PAGES.isPassedBy(page)));
    }

    private List<Passage> sentences(TaskInput.Combined part, Language expected) {
        if (!(part.output() instanceof TaskOutput.Document document)) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "a part is no summary of a document");
        }
        List<Source> credible = document.sources().stream()
                .map(source -> new Source(
                        source.file(),
                        source.page(),
                        source.paragraph(),
                        CleanText.of(source.quote()),
                        source.startMillis(),
                        source.box()))
                .filter(SummaryParts::isCredible)
                .limit(Summary.MOST)
                .toList();
        Language language =
                languages.detect(credible.stream().map(Source::quote).collect(Collectors.joining(" ")), expected);
        return credible.stream()
                .map(source -> new Passage(
                        part.file(),
                        source.page(),
                        source.paragraph(),
                        language,
                        "",
                        List.of(source.quote()),
                        source.box()))
                .toList();
    }
}
