/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.extract.picture.PagePicture;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which pages are drawn and read, and what becomes of what was read; real children draw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentTextTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Scans.Page SCAN = Scans.Page.of(Font.SERIF, 12, 0, "The rent is 780 euros.");

    private static final PageReader READS = new ScriptedReader(page -> Optional.of(List.of(line("Read.", 300))));

    @TempDir
    Path folder;

    @TempDir
    static Path rooms;

    private FileExtractor extractor;
    private final List<Picture> drawn = new ArrayList<>();

    @BeforeAll
    void open() {
        extractor = new FileExtractor(ManyFiles.line(rooms));
    }

    @AfterAll
    void close() {
        extractor.close();
    }

    @Test
    void only_pages_without_text_of_their_own_are_drawn_and_what_is_read_stands_in_its_place() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("mixed.pdf"), Scans.text("First."), SCAN, Scans.text("Third."));

        ExtractedDocument document =
                text(pdf, LONG, page -> Optional.of(List.of(line("Second,", 300), line("goes on.", 350))));

        assertThat(drawn).hasSize(1);
        assertThat(drawn.getFirst().width()).isEqualTo(1_653);
        assertThat(document.pages()).isEqualTo(3);
        assertThat(document.unread()).isEmpty();
        assertThat(document.paragraphs())
                .containsExactly(
                        new Paragraph(1, 1, "First."),
                        // 200 dots an inch: 72 points
                        new Paragraph(2, 2, "Second, goes on.", new Box(72, 108, 144, 32)),
                        new Paragraph(3, 3, "Third."));
    }

    @Test
    void a_stamp_of_the_scanner_is_no_text_of_the_page() throws Exception {
        Path pdf =
                Scans.ofPages(folder.resolve("stamped.pdf"), SCAN.stamped("Scanned on 3 May"), SCAN.stamped("Page 2"));

        ExtractedDocument read = text(pdf, LONG, page -> Optional.of(List.of(line("Read.", 300))));
        ExtractedDocument nothing = text(pdf, LONG, page -> Optional.of(List.of()));

        assertThat(read.text()).isEqualTo("Read.\nRead.");
        assertThat(nothing.text()).as("where the picture says nothing").isEqualTo("Scanned on 3 May\nPage 2");
    }

    @Test
    void of_many_pictures_the_first_twenty_are_read_and_the_others_named() throws Exception {
        int count = Counting.PICTURED_PAGES + 2;
        List<Integer> numbers = IntStream.rangeClosed(1, count).boxed().toList();
        PicturedPages pages = pages(
                new ExtractedDocument("long.pdf", FileType.PDF, count, List.of(), numbers), new PictureAllowance());

        pages.read(READS, Clock.systemUTC(), (done, of) -> {});

        ExtractedDocument document = pages.document();
        assertThat(document.paragraphs()).hasSize(20);
        assertThat(document.unread()).containsExactly(21, 22);
    }

    @Test
    void all_documents_of_a_task_have_twenty_pictures_together() throws Exception {
        List<Integer> numbers = IntStream.rangeClosed(1, 12).boxed().toList();
        ExtractedDocument twelve = new ExtractedDocument("twelve.pdf", FileType.PDF, 12, List.of(), numbers);
        PictureAllowance allowance = new PictureAllowance();

        List<List<Integer>> unread = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            PicturedPages pages = pages(twelve, allowance);
            pages.read(READS, Clock.systemUTC(), (done, of) -> {});
            unread.add(pages.document().unread());
        }

        assertThat(unread).containsExactly(List.of(), List.of(9, 10, 11, 12));
    }

    /** Drawn at once: how a child draws is shown elsewhere. */
    private static PicturedPages pages(ExtractedDocument document, PictureAllowance allowance) {
        return new PicturedPages(
                document, number -> new PagePicture(new Picture(1, 1, new int[1]), 200), allowance, Instant.MAX);
    }

    @Test
    void a_scan_for_which_no_pictures_are_left_is_named_and_not_said_to_be_empty() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("sixth.pdf"), SCAN);
        PictureAllowance allowance = new PictureAllowance();
        IntStream.range(0, Counting.PICTURED_PAGES).forEach(i -> allowance.use());

        ExtractedDocument document = texts(LONG, page -> Optional.of(List.of(line("Read.", 300))))
                .of(pdf, FileType.PDF, "sixth.pdf", allowance, (done, of) -> {});

        assertThat(drawn).isEmpty();
        assertThat(document.unread()).containsExactly(1);
    }

    @Test
    void when_time_is_over_no_further_page_is_begun() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("slow.pdf"), Scans.text("First."), SCAN, SCAN);

        ExtractedDocument document = text(pdf, Duration.ofNanos(-1), page -> Optional.of(List.of(line("Read.", 300))));

        assertThat(drawn).isEmpty();
        assertThat(document.text()).isEqualTo("First.");
        assertThat(document.unread()).containsExactly(2, 3);
    }

    @Test
    void where_nobody_can_look_at_pictures_nobody_says_that_there_is_no_text() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("scan.pdf"), SCAN);
        DocumentText texts = new DocumentText(extractor, PageReader.Source.NONE, Clock.systemUTC());

        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> texts.of(pdf, FileType.PDF, "scan.pdf", (done, of) -> {}));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(problem.problem().values()).containsEntry("file", "scan.pdf");
    }

    @Test
    void where_whoever_looks_at_pictures_fails_nobody_says_that_there_is_no_text() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("failed.pdf"), SCAN, SCAN);

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> text(pdf, LONG, page -> Optional.empty()));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(problem.problem().values()).containsEntry("file", "failed.pdf");
    }

    @Test
    void after_three_pages_that_cannot_be_read_no_further_one_is_tried() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("illegible.pdf"), Scans.text("First."), SCAN, SCAN, SCAN, SCAN);

        ExtractedDocument document = text(pdf, LONG, page -> Optional.empty());

        assertThat(drawn).hasSize(3);
        assertThat(document.unread()).containsExactly(2, 3, 4, 5);
    }

    /** A lease ends where nothing is heard of it, and a dense page takes long. */
    @Test
    void within_a_page_it_is_told_that_it_goes_on() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("dense.pdf"), SCAN, SCAN);
        PageReader reader = new ScriptedReader(page -> Optional.of(List.of(line("Read.", 300))));
        List<String> told = new ArrayList<>();

        new DocumentText(extractor, () -> Optional.of(reader), Clock.systemUTC())
                .of(pdf, FileType.PDF, "dense.pdf", (pages, of) -> told.add(pages + " of " + of));

        assertThat(told.stream().distinct())
                .containsExactly("0.0 of 2", "0.5 of 2", "1.0 of 2", "1.5 of 2", "2.0 of 2");
    }

    @Test
    void a_child_that_does_not_start_costs_its_page_and_nothing_that_was_read() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("evicted.pdf"), SCAN, SCAN, SCAN);
        Path home = Files.createDirectory(folder.resolve("home"));
        Path elsewhere = folder.resolve("elsewhere");
        PageReader reader = new ScriptedReader(page -> {
            drawn.add(page);
            if (drawn.size() == 1) {
                takeAway(home, elsewhere);
            }
            return Optional.of(List.of(line("Read.", 300)));
        });
        drawn.clear();
        ChildCommand evicted = ChildCommand.ofThisProcess(home, Optional.empty());
        try (FileExtractor unlucky = new FileExtractor(new ExtractionLine(evicted, Duration.ofSeconds(20), false))) {
            ExtractedDocument document = new DocumentText(unlucky, () -> Optional.of(reader), Clock.systemUTC())
                    .of(pdf, FileType.PDF, "evicted.pdf", (done, of) -> {});

            assertThat(document.text()).isEqualTo("Read.");
            assertThat(document.unread()).containsExactly(2, 3);
        }
    }

    /** No room can be made in a file. */
    private static void takeAway(Path home, Path elsewhere) {
        try {
            Files.move(home, elsewhere);
            Files.createFile(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_read_in_pictures_counts_towards_the_longest_document() throws Exception {
        Path pdf = Scans.ofPages(folder.resolve("wordy.pdf"), SCAN);
        String flood = "a".repeat(Limit.DOCUMENT_CHARACTERS.intValue() + 1);

        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> text(pdf, LONG, page -> Optional.of(List.of(line(flood, 300)))));

        assertThat(problem.problem().code()).isEqualTo(ProblemCode.DOCUMENT_TOO_LONG);
        assertThat(problem.problem().values()).containsEntry("file", "wordy.pdf");
    }

    @Test
    void large_pages_are_drawn_as_finely_as_there_is_room_for() {
        assertThat(PdfPage.dotsPerInch(PDRectangle.A4)).isEqualTo(200);
        assertThat(PdfPage.dotsPerInch(PDRectangle.A0)).isEqualTo(87);
        assertThat(PdfPage.dotsPerInch(new PDRectangle(14_400, 14_400))).isEqualTo(17);
        assertThat(new PagePicture(new Picture(1, 1, new int[1]), 100).inPoints(new Box(100, 50, 10, 20)))
                .isEqualTo(new Box(72, 36, 7, 14));
    }

    private ExtractedDocument text(
            Path pdf, Duration patience, java.util.function.Function<Picture, Optional<List<TextLine>>> script)
            throws InterruptedException {
        return texts(patience, script).of(pdf, FileType.PDF, pdf.getFileName().toString(), (done, of) -> {});
    }

    private DocumentText texts(
            Duration patience, java.util.function.Function<Picture, Optional<List<TextLine>>> script) {
        drawn.clear();
        PageReader reader = new ScriptedReader(page -> {
            drawn.add(page);
            return script.apply(page);
        });
        return new DocumentText(extractor, () -> Optional.of(reader), Clock.systemUTC(), patience);
    }

    private static TextLine line(String text, int y) {
        return new TextLine("", text, 0.9, new Box(200, y, 400, 40));
    }
}
