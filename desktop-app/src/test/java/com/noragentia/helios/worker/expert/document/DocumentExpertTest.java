/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.extract.Docxs;
import com.noragentia.helios.worker.extract.Pdfs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentExpertTest {

    @TempDir
    Path folder;

    private HeardStream stream = new HeardStream();
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

    @Test
    void an_answer_quotes_the_sentence_with_its_page() throws Exception {
        Path pdf = Pdfs.ofPages(
                folder.resolve("lease.pdf"),
                List.of(
                        List.of("The flat has four rooms and a balcony. It lies on the third floor."),
                        List.of("The rent is 780 euros a month. The deposit is three times the rent."),
                        List.of("Pets need the consent of the landlord.")));

        Answer answer = ask("How much is the rent?", DocumentGoal.ANSWER, Language.EN, pdf, FileType.PDF);

        assertThat(answer.output().sources().getFirst())
                .isEqualTo(new Source("lease.pdf", 2, null, "The rent is 780 euros a month."));
        assertThat(answer.output().text()).startsWith("“The rent is 780 euros a month.” (lease.pdf, page 2)");
        assertThat(stream.text()).isEqualTo(answer.output().text());
        assertThat(stream.phases()).containsExactly(Phase.READING, Phase.SEARCHING);
        assertThat(answer.usage().pages()).isEqualTo(3);
    }

    @Test
    void a_spanish_docx_is_quoted_with_its_paragraph() throws Exception {
        Path docx = Docxs.ofParagraphs(
                folder.resolve("normas.docx"),
                List.of(
                        "Normas de la biblioteca",
                        "La biblioteca abre de lunes a viernes de 9:00 a 20:30.",
                        "Cada lector puede llevarse cinco libros durante tres semanas."));

        Answer answer =
                ask("¿Cuántos libros puedo coger prestados?", DocumentGoal.ANSWER, Language.ES, docx, FileType.DOCX);

        assertThat(answer.output().sources().getFirst())
                .isEqualTo(new Source(
                        "normas.docx", null, 3, "Cada lector puede llevarse cinco libros durante tres semanas."));
        assertThat(answer.output().text()).contains("(normas.docx, párrafo 3)");
    }

    @Test
    void a_clause_is_found_by_its_number() throws Exception {
        Path lease = Docxs.ofClauses(
                folder.resolve("lease.docx"),
                "Clause %1.",
                List.of(
                        "The landlord lets the flat to the tenant.",
                        "The lease begins in March.",
                        "The tenant pays the rent in advance.",
                        "Pets need a written consent."));
        Path contrato = Docxs.ofClauses(
                folder.resolve("contrato.docx"),
                "Cláusula %1.",
                List.of(
                        "El propietario alquila el piso al inquilino.",
                        "El alquiler empieza en marzo.",
                        "El inquilino paga la renta por adelantado.",
                        "Los animales necesitan un permiso escrito."));

        Answer english = ask("What does clause 4 say?", DocumentGoal.ANSWER, Language.EN, lease, FileType.DOCX);
        Answer spanish = ask("¿Qué dice la cláusula 4?", DocumentGoal.ANSWER, Language.ES, contrato, FileType.DOCX);

        assertThat(english.output().sources().getFirst())
                .isEqualTo(new Source("lease.docx", null, 4, "Clause 4. Pets need a written consent."));
        assertThat(spanish.output().sources().getFirst())
                .isEqualTo(
                        new Source("contrato.docx", null, 4, "Cláusula 4. Los animales necesitan un permiso escrito."));
    }

    @Test
    void where_nothing_fits_that_is_said() throws Exception {
        Path file = Files.writeString(folder.resolve("cheese.txt"), "Cheddar is aged in caves for twelve months.");

        Answer answer = ask("Who won the world cup in 2010?", DocumentGoal.ANSWER, Language.EN, file, FileType.TEXT);

        assertThat(answer.output().sources()).isEmpty();
        assertThat(((TaskOutput.Document) answer.output()).origin()).isEqualTo(AnswerOrigin.NONE);
        assertThat(answer.output().text()).contains("does not seem to contain an answer");
    }

    /** The nearest sentence stands near, and is about something else. */
    @Test
    void what_only_comes_near_is_not_told_as_the_answer() throws Exception {
        String text = QuestionSet.read("questions_en_tuned.tsv", Language.EN).passages().stream()
                .map(Passage::text)
                .collect(Collectors.joining("\n\n"));
        Path file = Files.writeString(folder.resolve("handbook.txt"), text);

        Answer dinner = ask("What should I eat for dinner?", DocumentGoal.ANSWER, Language.EN, file, FileType.TEXT);
        Answer leave = ask("How many vacation days do I get?", DocumentGoal.ANSWER, Language.EN, file, FileType.TEXT);

        assertThat(dinner.output().text()).startsWith("This may not answer the question");
        assertThat(leave.output().text()).startsWith("“").contains("28 days of paid leave");
        for (String elsewhere : List.of("What is the weather tomorrow?", "How much does a car cost?")) {
            assertThat(ask(elsewhere, DocumentGoal.ANSWER, Language.EN, file, FileType.TEXT)
                            .output()
                            .sources())
                    .as(elsewhere)
                    .isEmpty();
        }
    }

    @Test
    void a_summary_quotes_central_sentences_in_reading_order() throws Exception {
        String text = QuestionSet.read("questions_es_heldout.tsv", Language.ES).passages().stream()
                .map(Passage::text)
                .collect(Collectors.joining("\n\n"));
        Path file = Files.writeString(folder.resolve("cooperativa.txt"), text);

        Answer answer = ask("", DocumentGoal.SUMMARY, Language.ES, file, FileType.TEXT);

        List<Source> sources = answer.output().sources();
        assertThat(sources).hasSizeBetween(3, 7).doesNotHaveDuplicates();
        assertThat(sources).extracting(Source::paragraph).isSorted();
        assertThat(sources).allSatisfy(source -> assertThat(text).contains(source.quote()));
        assertThat(sources).anySatisfy(source -> assertThat(source.quote()).containsAnyOf("aceite", "aceituna"));
    }

    @Test
    void a_broken_file_is_a_problem_with_its_name() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 nothing follows");

        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> ask("What is it?", DocumentGoal.ANSWER, Language.EN, file, FileType.PDF));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(problem.problem().values()).containsEntry("file", "broken.pdf");
    }

    private Answer ask(String question, DocumentGoal goal, Language language, Path file, FileType type)
            throws Exception {
        stream = new HeardStream();
        TaskInput.Document task =
                new TaskInput.Document(language, question, goal, List.of(RetrievalModels.attachment(file, type)));
        return expert.answer(task, RetrievalModels.filesIn(folder), stream);
    }
}
