/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.BesideOthers;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FileExtractorTest {

    @TempDir
    Path folder;

    private FileExtractor extractor;

    @BeforeAll
    void open() {
        extractor = new FileExtractor(ExtractionLine.open(Path.of(System.getProperty("java.io.tmpdir", ""))));
    }

    @AfterAll
    void close() {
        extractor.close();
    }

    @Test
    void a_pdf_gives_its_paragraphs_with_their_pages() throws Exception {
        Path pdf = Pdfs.ofPages(
                folder.resolve("café.pdf"),
                List.of(
                        List.of(
                                "The tenant pays the rent on the first working day of every month, in",
                                "advance and without deduction.",
                                "",
                                "The deposit is returned within thirty days after the keys are handed over."),
                        List.of(),
                        List.of("El inquilino avisará con treinta días de antelación.")));

        ExtractedDocument document = extractor.text(pdf, FileType.PDF, "café.pdf");

        assertThat(document.pages()).isEqualTo(3);
        assertThat(document.paragraphs())
                .containsExactly(
                        new Paragraph(
                                1,
                                1,
                                "The tenant pays the rent on the first working day of every month, in advance and without deduction."),
                        new Paragraph(
                                1, 2, "The deposit is returned within thirty days after the keys are handed over."),
                        new Paragraph(3, 3, "El inquilino avisará con treinta días de antelación."));
    }

    @Test
    void words_cut_at_a_line_end_are_mended() throws Exception {
        Path pdf = Pdfs.ofPages(
                folder.resolve("cut.pdf"),
                List.of(List.of("The contract may be termi-", "nated by either party in North-", "America only.")));

        assertThat(texts(pdf, FileType.PDF))
                .containsExactly("The contract may be terminated by either party in North- America only.");
    }

    @Test
    void columns_are_read_one_after_the_other() throws Exception {
        Path pdf = Pdfs.ofTwoColumns(
                folder.resolve("columns.pdf"),
                List.of("Bees live in hives and", "make honey all summer."),
                List.of("Wolves live in packs and", "hunt in the winter."));

        assertThat(texts(pdf, FileType.PDF))
                .containsExactly(
                        "Bees live in hives and make honey all summer.",
                        "Wolves live in packs and hunt in the winter.");
    }

    @Test
    void running_headers_and_page_numbers_are_left_out() throws Exception {
        Path pdf = Pdfs.ofPages(
                folder.resolve("report.pdf"),
                List.of(
                        List.of("Annual report", "", "Sales rose.", "", "Page 1"),
                        List.of("Annual report", "", "Costs fell.", "", "Page 2"),
                        List.of("Annual report", "", "Staff grew.", "", "Page 3")));

        assertThat(texts(pdf, FileType.PDF)).containsExactly("Sales rose.", "Costs fell.", "Staff grew.");
    }

    @Test
    void a_docx_gives_headings_lists_table_rows_and_footnotes() throws Exception {
        try (XWPFDocument docx = new XWPFDocument()) {
            XWPFParagraph heading = docx.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("Opening hours");
            XWPFParagraph split = docx.createParagraph();
            split.createRun().setText("The library is closed");
            split.createRun().setText(" on Mondays.");
            CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
            definition.setAbstractNumId(BigInteger.ONE);
            CTLvl level = definition.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewStart().setVal(BigInteger.TWO);
            level.addNewNumFmt().setVal(STNumberFormat.LOWER_LETTER);
            level.addNewLvlText().setVal("%1)");
            XWPFNumbering numbering = docx.createNumbering();
            BigInteger list = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
            XWPFParagraph item = docx.createParagraph();
            item.setNumID(list);
            item.createRun().setText("Silence, please.");
            XWPFTable table = docx.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Day");
            table.getRow(0).getCell(1).setText("Hours");
            table.getRow(1).getCell(0).setText("Tuesday");
            table.getRow(1).getCell(1).setText("9 to 18");
            docx.createFootnotes();
            XWPFParagraph note = docx.createFootnote().createParagraph();
            note.createRun().setText("Except in August.");
            Docxs.saved(docx, folder.resolve("library.docx"));
        }

        ExtractedDocument document = extractor.text(folder.resolve("library.docx"), FileType.DOCX, "library.docx");

        assertThat(document.paragraphs())
                .containsExactly(
                        new Paragraph(null, 1, "Opening hours"),
                        new Paragraph(null, 2, "The library is closed on Mondays."),
                        new Paragraph(null, 3, "b) Silence, please."),
                        new Paragraph(null, 4, "Day | Hours"),
                        new Paragraph(null, 5, "Tuesday | 9 to 18"),
                        new Paragraph(null, 6, "Except in August."));
        assertThat(document.pages()).isEqualTo(1);
    }

    @Test
    void an_empty_document_without_pages_is_not_taken_for_a_scan() throws Exception {
        Path docx = folder.resolve("empty.docx");
        try (XWPFDocument empty = new XWPFDocument()) {
            empty.createParagraph();
            Docxs.saved(empty, docx);
        }
        Path pdf = Pdfs.blank(folder.resolve("blank.pdf"));

        assertThat(reasonOf(docx, FileType.DOCX)).isEqualTo("no-pages");
        assertThat(reasonOf(pdf, FileType.PDF)).isNull();
    }

    private @Nullable String reasonOf(Path file, FileType type) {
        Problem problem = catchThrowableOfType(ProblemException.class, () -> extractor.text(file, type, "a"))
                .problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.DOCUMENT_EMPTY);
        return problem.values().get("reason");
    }

    @Test
    void a_recording_in_a_form_that_is_not_read_is_told_apart_from_files_of_other_kinds() throws Exception {
        byte[] wav = Wavs.mono(8_000, new float[100]);
        wav[20] = 0x11;
        Path packed = Files.write(folder.resolve("packed.wav"), wav);

        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> extractor.sound(packed, FileType.WAV, "packed.wav"))
                .problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
        assertThat(problem.values()).containsEntry("file", "packed.wav").containsEntry("reason", "recording");
    }

    @Test
    void a_text_file_is_read_in_its_own_character_set() throws Exception {
        String text = "Año nuevo.\n\nVida nueva:\nmañana.";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            Path file = Files.write(folder.resolve("text.txt"), text.getBytes(charset));
            assertThat(texts(file, FileType.TEXT)).containsExactly("Año nuevo.", "Vida nueva: mañana.");
        }
    }

    @Test
    void markdown_is_read_without_its_marks() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.md"), """
                # Back-ups

                Run `backup` **every** night,
                see [the guide](https://example.org).

                - on weekdays
                - on Sundays

                | day | hour |
                |---|---|
                | Monday | 2 |
                """);

        assertThat(texts(file, FileType.MARKDOWN))
                .containsExactly(
                        "Back-ups",
                        "Run backup every night, see the guide.",
                        "on weekdays",
                        "on Sundays",
                        "day | hour",
                        "Monday | 2");
    }

    @Test
    void characters_that_hide_or_turn_words_are_left_out() throws Exception {
        Path file = Files.writeString(folder.resolve("hidden.txt"), "pay\u202E\u200B \u0007now");

        assertThat(texts(file, FileType.TEXT)).containsExactly("pay now");
    }

    private List<String> texts(Path file, FileType type) throws InterruptedException, IOException {
        return extractor.text(file, type, file.getFileName().toString()).paragraphs().stream()
                .map(Paragraph::text)
                .toList();
    }
}
