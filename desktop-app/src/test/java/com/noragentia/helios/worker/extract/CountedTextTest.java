/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker reads of a PDF is what the orchestrator counts, however the text is put there. */
class CountedTextTest {

    /** The count may be that much lower: what is not in the file are blanks. */
    private static final double LEAST = 0.8;

    private static final int FILES = 300;

    @TempDir
    private Path folder;

    private static int read(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSuppressDuplicateOverlappingText(false);
            return stripper.getText(pdf).replaceAll("\\s+", " ").length();
        }
    }

    private static long counted(Path file) throws IOException {
        return Counting.TEXT_BYTES_PER_PAGE
                * Counting.extent(FileType.PDF, ByteBuffer.wrap(Files.readAllBytes(file)))
                        .units();
    }

    @Test
    void no_trick_hides_text_from_the_count() throws Exception {
        long letters = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Path file = new TrickyPdf(new Random(seed)).write(folder.resolve("tricky.pdf"));
            int read = read(file);
            letters += read;
            assertThat(counted(file)).as("of %d letters, seed %d", read, seed).isGreaterThanOrEqualTo((long)
                    (LEAST * read));
        }
        assertThat(letters / FILES).as("there is something to read").isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour-handbook.en.pdf", "manual-del-puerto.es.pdf"})
    void of_an_honest_file_little_more_is_counted_than_is_read(String name) throws Exception {
        Path file = folder.resolve(name);
        try (var sample = CountedTextTest.class.getResourceAsStream("/samples/" + name)) {
            Files.copy(sample, file);
        }

        assertThat(counted(file) - Counting.TEXT_BYTES_PER_PAGE).isLessThan(read(file));
        assertThat(counted(file)).isGreaterThan((long) (LEAST * read(file)));
    }
}
