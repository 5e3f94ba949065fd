/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import java.net.URI;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That it is a counter which ends a hostile PDF, not the end of the child's time or memory, which would give the same answer later. */
final class PdfLimitsTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        BundledFontMapper.install();
    }

    @ParameterizedTest
    @CsvSource({"forms-circle.pdf, PDF_FORMS", "operators.pdf, PDF_OPERATORS", "glyphs.pdf, DOCUMENT_CHARACTERS"})
    void reading_ends_at_a_limit(String name, Limit limit) throws Exception {
        Path file = made(name);

        assertEndsAt(limit, () -> new PdfText().read(file, new ParagraphSink(paragraph -> {})));
    }

    @ParameterizedTest
    @CsvSource({
        "picture-giant.pdf, PDF_PICTURE_PIXELS",
        "picture-mask.pdf, PDF_PICTURE_PIXELS",
        "stamp-circle.pdf, PDF_FORMS",
        "pattern.pdf, PDF_OPERATORS"
    })
    void drawing_ends_at_a_limit(String name, Limit limit) throws Exception {
        Path file = made(name);

        assertEndsAt(limit, () -> PdfPage.draw(file, 1));
    }

    @Test
    void a_page_beyond_any_printer_is_not_drawn() throws Exception {
        Path file = made("page-giant.pdf");

        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> PdfPage.draw(file, 1));

        assertThat(problem.problem().code()).isEqualTo(Limit.IMAGE_SIDE_PIXELS.problem());
    }

    private static void assertEndsAt(Limit limit, ThrowingCallable reading) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, reading);

        assertThat(problem).as("a problem").hasMessageContaining("over " + limit);
        assertThat(problem.problem().code()).isEqualTo(limit.problem());
    }

    private Path made(String name) throws Exception {
        Path file = folder.resolve(name);
        HostileFile.all().stream()
                .filter(hostile -> hostile.name().equals(name))
                .findFirst()
                .orElseThrow()
                .recipe()
                .make(file, new HostileFile.Trap(URI.create("file:///none"), URI.create("http://localhost"), "none"));
        return file;
    }
}
