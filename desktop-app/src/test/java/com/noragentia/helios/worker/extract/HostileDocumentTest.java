/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files made to hurt: each gets its problem, leaves nothing behind, and the next file is served. */
final class HostileDocumentTest {

    private static final String SECRET = "Zanzibar";

    @TempDir
    Path folder;

    @TempDir
    Path rooms;

    private FileExtractor extractor;

    @BeforeEach
    void open() {
        ChildCommand ordinary = ChildCommand.ofThisProcess(rooms, Optional.empty());
        ChildCommand command =
                new ChildCommand(ordinary.java(), ordinary.classPath(), ordinary.program(), rooms, Optional.empty());
        extractor = new FileExtractor(new ExtractionLine(command, Duration.ofSeconds(20)));
    }

    @AfterEach
    void close() {
        extractor.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_hostile_file_gets_its_problem_and_the_next_is_served(Hostile hostile) throws Exception {
        Path file = hostile.recipe.make(
                folder.resolve("hostile." + hostile.type.name().toLowerCase(Locale.ROOT)));

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> extractor.text(file, hostile.type, "mine.pdf"));

        assertThat(problem).as("a problem").isNotNull();
        assertThat(problem.problem().code()).isEqualTo(hostile.code);
        assertThat(problem.problem().values()).containsEntry("file", "mine.pdf");
        assertThat(problem.getMessage()).doesNotContain(SECRET, "mine.pdf");
        Path good = Files.writeString(folder.resolve("good.txt"), "All is well.");
        assertThat(extractor.text(good, FileType.TEXT, "good.txt").text()).isEqualTo("All is well.");
        extractor.close();
        try (Stream<Path> left = Files.list(rooms)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void an_entity_of_a_docx_never_reads_a_file_of_this_computer() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        Path file = Docxs.ofXml(
                folder.resolve("xxe.docx"),
                "<!DOCTYPE d [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
                        + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                        + "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>");

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> extractor.text(file, FileType.DOCX, "xxe.docx"));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    interface Recipe {
        Path make(Path file) throws Exception;
    }

    enum Hostile {
        TRUNCATED_PDF(FileType.PDF, ProblemCode.FILE_UNREADABLE, file -> {
            Path whole = Pdfs.ofPages(file, List.of(List.of("A secret of " + SECRET)));
            byte[] bytes = Files.readAllBytes(whole);
            return Files.write(file, Arrays.copyOf(bytes, 60));
        }),
        NOISE_AFTER_PDF_MAGIC(
                FileType.PDF,
                ProblemCode.FILE_UNREADABLE,
                file -> Files.writeString(file, "%PDF-1.7\n" + SECRET.repeat(1000))),
        LOCKED_PDF(FileType.PDF, ProblemCode.DOCUMENT_ENCRYPTED, Pdfs::locked),
        PDF_WITHOUT_TEXT(FileType.PDF, ProblemCode.DOCUMENT_EMPTY, Pdfs::blank),
        EXE_NAMED_PDF(
                FileType.PDF,
                ProblemCode.FILE_TYPE_MISMATCH,
                file -> Files.write(file, ("MZ\u0090\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1))),
        ZERO_BYTES(FileType.PDF, ProblemCode.DOCUMENT_EMPTY, file -> Files.write(file, new byte[0])),
        OPERATOR_BOMB(
                FileType.PDF, ProblemCode.DOCUMENT_TOO_COMPLEX, file -> Pdfs.ofOperators(file, "0 0 Td ", 2_100_000)),
        GLYPH_BOMB(
                FileType.PDF,
                ProblemCode.DOCUMENT_TOO_LONG,
                file -> Pdfs.ofOperators(file, "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ", 50_000)),
        HUNDRED_THOUSAND_PAGES(
                FileType.PDF, ProblemCode.DOCUMENT_TOO_LONG, file -> Pdfs.ofManyPages(file, 100_000, 100_000)),
        PAGES_THAT_LIE(FileType.PDF, ProblemCode.DOCUMENT_TOO_LONG, file -> Pdfs.ofManyPages(file, 100_000, 1)),
        EMPTY_DOCX(FileType.DOCX, ProblemCode.DOCUMENT_EMPTY, file -> Docxs.ofParagraphs(file, List.of())),
        LOCKED_DOCX(FileType.DOCX, ProblemCode.DOCUMENT_ENCRYPTED, Docxs::locked),
        DOCX_BOMB(FileType.DOCX, ProblemCode.DOCUMENT_TOO_COMPLEX, file -> Docxs.bomb(file, 600L * 1024 * 1024)),
        DOCX_OF_MANY_PARTS(
                FileType.DOCX,
                ProblemCode.DOCUMENT_TOO_COMPLEX,
                file -> Docxs.ofEntries(file, Limit.DOCX_ENTRIES.intValue() + 10)),
        DEEP_DOCX(FileType.DOCX, ProblemCode.FILE_UNREADABLE, file -> Docxs.ofXml(file, "<a>".repeat(200_000))),
        ZIP_THAT_IS_NO_DOCX(FileType.DOCX, ProblemCode.FILE_UNREADABLE, file -> {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("readme.txt"));
                zip.write(SECRET.getBytes(StandardCharsets.US_ASCII));
            }
            return file;
        }),
        LONG_TEXT(
                FileType.TEXT,
                ProblemCode.DOCUMENT_TOO_LONG,
                file -> Files.writeString(file, "word ".repeat(Limit.DOCUMENT_CHARACTERS.intValue() / 4))),
        HUGE_TEXT(
                FileType.TEXT,
                ProblemCode.DOCUMENT_TOO_LONG,
                file -> Files.writeString(file, "word ".repeat(5_000_000))),
        BLANK_TEXT(FileType.TEXT, ProblemCode.DOCUMENT_EMPTY, file -> Files.writeString(file, " \n\n ")),
        NESTED_MARKDOWN(
                FileType.MARKDOWN, ProblemCode.DOCUMENT_TOO_LONG, file -> Files.writeString(file, "[".repeat(500_000)));

        final FileType type;
        final ProblemCode code;
        final Recipe recipe;

        Hostile(FileType type, ProblemCode code, Recipe recipe) {
            this.type = type;
            this.code = code;
            this.recipe = recipe;
        }
    }
}
