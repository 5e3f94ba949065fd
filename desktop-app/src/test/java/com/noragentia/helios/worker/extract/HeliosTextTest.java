/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.TextLine.Box;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that one program takes out of a document and another reads; real children do both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HeliosTextTest {

    private static final String HEAD = "Helios-Text/1\tpdf\t3\n";
    private static final String HEAD_2 = "Helios-Text/2\tpdf\t3\n";

    @TempDir
    Path folder;

    private FileExtractor extractor;

    @BeforeAll
    void open() {
        extractor = new FileExtractor(ManyFiles.line(Path.of(System.getProperty("java.io.tmpdir", ""))));
    }

    @AfterAll
    void close() {
        extractor.close();
    }

    @Test
    void pages_and_paragraphs_are_those_of_the_document() throws Exception {
        Path pdf = Pdfs.ofPages(
                folder.resolve("lease.pdf"),
                List.of(
                        List.of("The flat has four rooms and a", "balcony.", "", "It lies on the third floor."),
                        List.of(),
                        List.of("El inquilino avisará con treinta días.")));

        ExtractedDocument taken = extractor.text(pdf, FileType.PDF, "lease.pdf");
        Path text = folder.resolve("lease.heliostext");
        HeliosTextFile.write(taken, text);
        ExtractedDocument read = extractor.text(text, FileType.HELIOS_TEXT, "lease.pdf");

        assertThat(read.paragraphs()).isEqualTo(taken.paragraphs()).hasSize(3);
        assertThat(read.pages()).isEqualTo(taken.pages()).isEqualTo(3);
        assertThat(read.name()).isEqualTo("lease.pdf");
    }

    @Test
    void what_was_read_from_pictures_keeps_its_place_and_what_was_not_is_named() throws Exception {
        ExtractedDocument taken = new ExtractedDocument(
                "scan.pdf",
                FileType.PDF,
                5,
                List.of(new Paragraph(1, 1, "As text."), new Paragraph(2, 2, "Read.", new Box(72, 108, 144, 14))),
                List.of(3, 5));
        Path text = folder.resolve("scan.heliostext");
        HeliosTextFile.write(taken, text);

        assertThat(text).hasContent("Helios-Text/2\tpdf\t5\t3,5\n1\tAs text.\n2@72,108,144,14\tRead.\n");
        ExtractedDocument read = extractor.text(text, FileType.HELIOS_TEXT, "scan.pdf");
        assertThat(read.paragraphs()).isEqualTo(taken.paragraphs());
        assertThat(read.unread()).isEqualTo(taken.unread());
    }

    @Test
    void what_an_older_program_wrote_is_read_and_what_it_could_read_is_written_the_same() throws Exception {
        String stored = HEAD + "1\tThe flat has four rooms and a balcony.\n3\tPets need consent.\n";
        Path file = Files.writeString(folder.resolve("older.heliostext"), stored);

        ExtractedDocument read = extractor.text(file, FileType.HELIOS_TEXT, "lease.pdf");
        ExtractedDocument same =
                new ExtractedDocument("lease.pdf", FileType.PDF, read.pages(), read.paragraphs(), read.unread());
        Path again = folder.resolve("again.heliostext");
        HeliosTextFile.write(same, again);

        assertThat(read.paragraphs())
                .containsExactly(
                        new Paragraph(1, 1, "The flat has four rooms and a balcony."),
                        new Paragraph(3, 2, "Pets need consent."));
        assertThat(again).hasContent(stored);
    }

    @Test
    void a_document_without_pages_keeps_the_numbers_of_its_paragraphs() throws Exception {
        Path docx = Docxs.ofParagraphs(folder.resolve("normas.docx"), List.of("Normas", "", "Abre a las 9:00."));

        ExtractedDocument taken = extractor.text(docx, FileType.DOCX, "normas.docx");
        Path text = folder.resolve("normas.heliostext");
        HeliosTextFile.write(taken, text);

        assertThat(text).hasContent("Helios-Text/1\tdocx\t1\n\tNormas\n\tAbre a las 9:00.\n");
        assertThat(extractor.text(text, FileType.HELIOS_TEXT, "normas.docx").paragraphs())
                .isEqualTo(taken.paragraphs());
    }

    static Stream<Arguments> hostile() {
        int most = Limit.DOCUMENT_CHARACTERS.intValue();
        return Stream.of(
                Arguments.of("breaks off", HEAD + "1\tThe rent is", ProblemCode.FILE_UNREADABLE),
                Arguments.of("no pages", "Helios-Text/1\tpdf\t0\n1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("many pages", "Helios-Text/1\tpdf\t9999\n1\tA.\n", ProblemCode.DOCUMENT_TOO_LONG),
                Arguments.of("another kind", "Helios-Text/1\texe\t1\n\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a page too far", HEAD + "4\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("back to an earlier page", HEAD + "2\tA.\n1\tB.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a page below all", HEAD + "-1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a page beyond numbers", HEAD + "99999999999\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("no page", HEAD + "\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a page of text", "Helios-Text/1\tmd\t1\n1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("no tab", HEAD + "1 A.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("an empty line", HEAD + "\n1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("half a place", HEAD_2 + "1@1,2,3\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a place below all", HEAD_2 + "1@1,-2,3,4\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a place beyond all", HEAD_2 + "1@1,2,3,999999\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a place of text", "Helios-Text/2\tmd\t1\n1@1,2,3,4\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("unread too far", "Helios-Text/2\tpdf\t3\t4\n1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("unread twice", "Helios-Text/2\tpdf\t3\t2,2\n1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("unread gap", "Helios-Text/2\tpdf\t3\t2,,3\n1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("unread of text", "Helios-Text/2\tmd\t3\t2\n\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a place in the first form", HEAD + "1@1,2,3,4\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of(
                        "unread in the first form", "Helios-Text/1\tpdf\t3\t2\n1\tA.\n", ProblemCode.FILE_UNREADABLE),
                Arguments.of("a third form", "Helios-Text/3\tpdf\t3\n1\tA.\n", ProblemCode.FILE_TYPE_MISMATCH),
                Arguments.of("nothing", HEAD, ProblemCode.DOCUMENT_EMPTY),
                Arguments.of("only invisible letters", HEAD + "1\t\u200B\u202E\n", ProblemCode.DOCUMENT_EMPTY),
                Arguments.of(
                        "too many letters", HEAD + "1\t" + "a".repeat(most + 1) + "\n", ProblemCode.DOCUMENT_TOO_LONG),
                Arguments.of(
                        "a flood of paragraphs", HEAD + "1\ta\n".repeat(most + 1), ProblemCode.DOCUMENT_TOO_COMPLEX),
                Arguments.of(
                        "too many bytes", HEAD + "1\t" + "a".repeat(5_000_000) + "\n", ProblemCode.DOCUMENT_TOO_LONG));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void what_breaks_a_rule_is_refused(String name, String content, ProblemCode code) throws Exception {
        Path file = Files.writeString(folder.resolve("hostile.heliostext"), content);

        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> extractor.text(file, FileType.HELIOS_TEXT, "mine.pdf"));

        assertThat(problem).as("a problem").isNotNull();
        assertThat(problem.problem().code()).isEqualTo(code);
    }

    @Test
    void what_is_no_utf_8_is_refused() throws Exception {
        Path file = Files.write(
                folder.resolve("latin.heliostext"), (HEAD + "1\tma\u00F1ana\n").getBytes(StandardCharsets.ISO_8859_1));

        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> extractor.text(file, FileType.HELIOS_TEXT, "mine.pdf"));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void letters_that_hide_or_turn_words_are_left_out() throws Exception {
        Path file = Files.writeString(folder.resolve("hidden.heliostext"), HEAD + "1\tpay\u202E\u200B \u0007now\r\n");

        assertThat(extractor.text(file, FileType.HELIOS_TEXT, "mine.pdf").text())
                .isEqualTo("pay now");
    }

    @Test
    void the_longest_document_fits() throws Exception {
        Path file = Files.writeString(
                folder.resolve("long.txt"), "日本\n\n".repeat(Limit.DOCUMENT_CHARACTERS.intValue() / 2));

        ExtractedDocument taken = extractor.text(file, FileType.TEXT, "long.txt");
        Path text = folder.resolve("long.heliostext");
        HeliosTextFile.write(taken, text);

        assertThat(Files.size(text)).isLessThanOrEqualTo(Limit.HELIOS_TEXT_BYTES.value());
        assertThat(extractor.text(text, FileType.HELIOS_TEXT, "long.txt").paragraphs())
                .isEqualTo(taken.paragraphs());
    }
}
