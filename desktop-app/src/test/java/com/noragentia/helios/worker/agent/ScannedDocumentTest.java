/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.installation.DataFolder;
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
import com.noragentia.helios.worker.expert.document.DocumentExpert;
import com.noragentia.helios.worker.expert.document.HeardStream;
import com.noragentia.helios.worker.expert.document.RetrievalModels;
import com.noragentia.helios.worker.extract.Scans;
import com.noragentia.helios.worker.extract.Scans.Page;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.awt.Font;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Documents whose pages are pictures, read by the model that comes inside the program; everything is real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScannedDocumentTest {

    private static final Page FLAT = Page.of(
            Font.SERIF,
            11,
            0.6,
            "The flat has four rooms and a balcony.",
            "It lies on the third floor of a house that was built in 1931.",
            "The cellar belongs to it.");
    private static final Page RENT = Page.of(
            Font.SANS_SERIF,
            12,
            -0.8,
            "The rent is 780 euros a month.",
            "It is due on the first working day of every month.",
            "The deposit is three times the rent.");
    private static final Page PETS = Page.of(
            Font.MONOSPACED,
            11,
            0.3,
            "Pets need the consent of the landlord.",
            "Smoking is allowed on the balcony only.",
            "The contract ends on 30 June 2029.");

    @TempDir
    private static Path folder;

    private RetrievalModels models;
    private DocumentExpert expert;
    private HeardStream stream = new HeardStream();

    @BeforeAll
    void load() throws Exception {
        models = RetrievalModels.load();
        ModelStore store = BundledParts.store(new DataFolder(folder.resolve("data")).create());
        OnnxRuntime runtime = OnnxRuntime.start(2, new MemoryBudget(1_000_000_000));
        expert = new DocumentExpert(
                RetrievalModels.MANIFEST,
                models.encoder(),
                models.languages(),
                models.texts(new BundledPageReaders(runtime, store)));
    }

    @AfterAll
    void close() throws Exception {
        expert.close();
        models.close();
    }

    @Test
    void a_question_about_a_scan_is_answered_with_page_and_place_and_says_that_it_was_read_from_pictures()
            throws Exception {
        Path scan = Scans.ofPages(folder.resolve("lease.pdf"), FLAT, RENT, PETS);

        TaskOutput.Document rent = ask(Language.EN, "How much is the rent?", scan);

        Source first = rent.sources().getFirst();
        assertThat(rent.origin()).isEqualTo(AnswerOrigin.QUOTED);
        assertThat(first.quote()).isEqualTo("The rent is 780 euros a month.");
        assertThat(first.page()).isEqualTo(2);
        assertThat(first.box()).isNotNull().satisfies(box -> {
            assertThat(box.x()).as("the left margin in points").isBetween(55, 90);
            assertThat(box.y()).as("the first line").isBetween(60, 110);
        });
        assertThat(rent.text())
                .contains("Note: read from pictures of pages, so there may be mistakes in it: lease.pdf, page")
                .doesNotContain("Not read");
        assertThat(stream.text()).isEqualTo(rent.text());
        assertThat(stream.phases()).contains(Phase.RECOGNISING);
        assertThat(stream.steps(Phase.RECOGNISING))
                .as("more than the beginnings and ends of three pages")
                .isGreaterThan(4);
        assertThat(ask(Language.EN, "When does the contract end?", scan)
                        .sources()
                        .getFirst())
                .extracting(Source::quote, Source::page)
                .containsExactly("The contract ends on 30 June 2029.", 3);
        assertThat(ask(Language.EN, "How many rooms does the flat have?", scan)
                        .sources()
                        .getFirst())
                .extracting(Source::quote, Source::page)
                .containsExactly("The flat has four rooms and a balcony.", 1);
    }

    @Test
    void of_a_document_with_both_kinds_of_pages_both_are_read_and_only_pictures_are_doubted() throws Exception {
        Path mixed = Scans.ofPages(
                folder.resolve("mixed.pdf"),
                Scans.text("The garden may be used by all tenants from eight in the morning."),
                RENT);

        TaskOutput.Document garden = ask(Language.EN, "Who may use the garden?", mixed);
        TaskOutput.Document rent = ask(Language.EN, "How much is the rent?", mixed);

        assertThat(garden.sources().getFirst())
                .isEqualTo(new Source(
                        "mixed.pdf", 1, null, "The garden may be used by all tenants from eight in the morning."));
        assertThat(rent.sources().getFirst())
                .extracting(Source::quote, Source::page)
                .containsExactly("The rent is 780 euros a month.", 2);
        assertThat(rent.text()).contains("mixed.pdf, page 2.").doesNotContain("pages 1");
    }

    @Test
    void a_scan_is_summed_up() throws Exception {
        Path scan = Scans.ofPages(folder.resolve("summed.pdf"), FLAT, RENT, PETS);

        TaskOutput.Document summary = ask(Language.ES, "", scan);

        assertThat(summary.sources()).hasSizeGreaterThan(1).allSatisfy(source -> {
            assertThat(source.page()).isBetween(1, 3);
            assertThat(source.box()).isNotNull();
        });
        assertThat(summary.text())
                .contains("Nota: leído en imágenes de páginas, así que puede haber errores: summed.pdf");
    }

    @Test
    void a_spanish_scan_is_read_with_its_accents() throws Exception {
        Path scan = Scans.ofPages(
                folder.resolve("contrato.pdf"),
                Page.of(
                        Font.SERIF,
                        12,
                        0.4,
                        "El alquiler es de 780 euros al mes.",
                        "La fianza se devuelve en treinta días después de la entrega.",
                        "El inquilino avisará con antelación si quiere marcharse."));

        TaskOutput.Document rent = ask(Language.ES, "¿Cuánto es el alquiler?", scan);
        TaskOutput.Document deposit = ask(Language.ES, "¿Cuándo se devuelve la fianza?", scan);

        assertThat(rent.sources().getFirst())
                .extracting(Source::quote, Source::page)
                .containsExactly("El alquiler es de 780 euros al mes.", 1);
        assertThat(deposit.sources().getFirst().quote())
                .isEqualTo("La fianza se devuelve en treinta días después de la entrega.");
    }

    @Test
    void a_scan_of_empty_pages_has_no_text() throws Exception {
        Path blank = Scans.ofPages(folder.resolve("blank.pdf"), Page.of(Font.SERIF, 12, 0));

        assertThatThrownBy(() -> ask(Language.EN, "What is it about?", blank))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.DOCUMENT_EMPTY);
                    assertThat(e.problem().values()).containsEntry("file", "blank.pdf");
                });
    }

    private TaskOutput.Document ask(Language language, String question, Path file) throws Exception {
        stream = new HeardStream();
        TaskInput input = new TaskInput.Document(
                language,
                question,
                question.isEmpty() ? DocumentGoal.SUMMARY : DocumentGoal.ANSWER,
                List.of(RetrievalModels.attachment(file, FileType.PDF)));
        return (TaskOutput.Document)
                expert.answer(input, RetrievalModels.filesIn(folder), stream).output();
    }
}
