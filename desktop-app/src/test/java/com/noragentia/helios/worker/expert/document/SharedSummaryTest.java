/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long text, summed up as a whole and in four shares by the real expert: neither is worse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedSummaryTest {

    private static final int SHARES = 4;
    private static final double AS_CENTRAL = 0.95;

    @TempDir
    Path folder;

    private RetrievalModels models;
    private DocumentExpert expert;

    @BeforeAll
    void load() throws Exception {
        models = RetrievalModels.load();
        expert = new DocumentExpert(RetrievalModels.MANIFEST, models.encoder(), models.languages(), models.texts());
    }

    @AfterAll
    void close() throws Exception {
        models.close();
    }

    @ParameterizedTest
    @CsvSource({"EN, ../docs/ledger.md", "ES, ../README.es.md"})
    void in_shares_it_is_as_central_as_long_and_in_order(Language language, Path text) throws Exception {
        Files.copy(text, folder.resolve("long.md"), StandardCopyOption.REPLACE_EXISTING);
        List<Source> whole = summary(language, null);
        List<Combined> parts = new ArrayList<>();
        for (int number = 1; number <= SHARES; number++) {
            List<Source> part = summary(language, new Share(number, SHARES));
            assertThat(part).isNotEmpty();
            parts.add(new Combined("long.md", new TaskOutput.Document("", part, AnswerOrigin.QUOTED)));
        }

        List<Source> joint = expert.answer(
                        new TaskInput.Combine(Expert.DOCUMENT, language, "", parts),
                        RetrievalModels.filesIn(folder),
                        new HeardStream())
                .output()
                .sources();

        assertThat(joint).hasSameSizeAs(whole).doesNotHaveDuplicates();
        assertThat(joint).extracting(Source::paragraph).isSorted();
        double ratio = centrality(joint, language) / centrality(whole, language);
        System.out.println("centrality in shares, of the whole: " + ratio + " (" + language + ")");
        assertThat(ratio).isGreaterThan(AS_CENTRAL);
    }

    private List<Source> summary(Language language, @Nullable Share share) throws Exception {
        TaskInput.Document task = new TaskInput.Document(
                language,
                "",
                DocumentGoal.SUMMARY,
                List.of(RetrievalModels.attachment(folder.resolve("long.md"), FileType.MARKDOWN)),
                share);
        return expert.answer(task, RetrievalModels.filesIn(folder), new HeardStream())
                .output()
                .sources();
    }

    /** The mean likeness of the chosen sentences to all sentences of the text. */
    private double centrality(List<Source> chosen, Language language) throws Exception {
        List<String> all = new DocumentReader(models.texts(), models.languages())
                        .read(
                                List.of(RetrievalModels.attachment(folder.resolve("long.md"), FileType.MARKDOWN)),
                                RetrievalModels.filesIn(folder),
                                language,
                                new HeardStream())
                        .passages()
                        .stream()
                        .flatMap(passage -> passage.sentences().stream())
                        .toList();
        List<float[]> meanings = meanings(all, language);
        return meanings(chosen.stream().map(Source::quote).toList(), language).stream()
                .mapToDouble(one -> meanings.stream()
                        .mapToDouble(other -> SentenceVectors.likeness(one, other))
                        .average()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    private List<float[]> meanings(List<String> sentences, Language language) throws Exception {
        Glossary glossary = Glossary.load();
        return models.encoder()
                .encode(sentences.stream()
                        .map(one -> Wording.of(one, language, glossary).english())
                        .toList());
    }
}
