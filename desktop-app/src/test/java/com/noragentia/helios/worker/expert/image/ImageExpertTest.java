/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.extract.ManyFiles;
import com.noragentia.helios.worker.extract.picture.ExifJpeg;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageExpertTest {

    private static final String LINE = "Invoices are paid within 30 days.";

    @TempDir
    private static Path models;

    @TempDir
    private static Path rooms;

    private static FileExtractor extractor;
    private static ImageExpert expert;

    @TempDir
    private Path folder;

    private final Notebook notebook = new Notebook();

    @BeforeAll
    static void load() throws Exception {
        LineRanker sharingWords = (question, language, lines) -> lines.stream()
                .filter(line -> List.of(line.text().toLowerCase(Locale.ROOT).split(" "))
                        .contains(question.toLowerCase(Locale.ROOT)))
                .toList();
        extractor = new FileExtractor(ManyFiles.line(rooms));
        expert = ImageExpert.openIn(OcrModel.openIn(models), extractor, sharingWords);
    }

    @AfterAll
    static void close() {
        expert.close();
        extractor.close();
    }

    @Test
    void text_comes_line_by_line_with_boxes_confidence_and_sources() throws Exception {
        Paper page = Paper.white(700, 200)
                .write("The first line", 40, 60, Paper.sans(28))
                .write("The second line", 40, 130, Paper.sans(28));

        TaskOutput.Image output = ask(Language.EN, "", png(page, "page.png"));

        assertThat(output.text()).isEqualTo("The first line\nThe second line");
        assertThat(String.join("", notebook.pieces())).isEqualTo(output.text());
        assertThat(notebook.pieces()).hasSize(2);
        assertThat(notebook.phases()).contains(Phase.READING, Phase.RECOGNISING);
        assertThat(output.sources()).contains(new Source("page.png", null, null, "The second line"));
        assertThat(output.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.file()).isEqualTo("page.png");
            assertThat(line.confidence()).isBetween(0.9, 1.0);
        });
        TextLine.Box box = output.lines().getFirst().box();
        assertThat(box.x()).isCloseTo(40, within(8));
        assertThat(box.y()).isBetween(25, 42);
        assertThat(box.y() + box.height()).isBetween(58, 80);
    }

    @Test
    void a_question_is_answered_with_the_lines_that_fit() throws Exception {
        Paper page = Paper.white(700, 200)
                .write("Holiday: 25 days", 40, 60, Paper.sans(28))
                .write("Total amount 1284 dollars", 40, 130, Paper.sans(28));

        TaskOutput.Image output = ask(Language.EN, "amount", png(page, "bill.png"));

        assertThat(output.text()).isEqualTo("Total amount 1284 dollars");
        assertThat(output.sources()).containsExactly(new Source("bill.png", null, null, "Total amount 1284 dollars"));
        assertThat(output.lines()).hasSize(2);
        assertThat(notebook.phases()).endsWith(Phase.SEARCHING);
    }

    @Test
    void a_question_that_nothing_answers_is_told_so_and_shown_the_text() throws Exception {
        TaskOutput.Image output = ask(Language.EN, "weather", png(line(), "page.png"));

        assertThat(output.text())
                .startsWith("No line in the picture answers that.")
                .endsWith(LINE);
    }

    @Test
    void a_picture_without_text_is_told_so_in_both_languages() throws Exception {
        Attachment empty = png(Paper.white(300, 200), "blank.png");

        assertThat(ask(Language.EN, "", empty).text()).isEqualTo("I found no text in blank.png.");
        assertThat(ask(Language.ES, "total", empty).text()).isEqualTo("No he encontrado texto en blank.png.");
    }

    @Test
    void spanish_is_read_with_all_its_signs() throws Exception {
        String said = "¿Cuándo abre el museo de los niños?";
        Paper paper = Paper.white(900, 120);
        paper.write(said, 40, 70, Paper.sans(32));

        TaskOutput.Image output = ask(Language.ES, "", png(paper, "page.png"));

        assertThat(output.text()).isEqualTo(said);
        assertThat(String.join("", notebook.pieces())).isEqualTo(output.text());
        assertThat(output.sources()).hasSize(1);
    }

    @Test
    void several_pictures_are_told_apart() throws Exception {
        TaskOutput.Image output =
                ask(Language.EN, "", png(line(), "a.png"), png(Paper.white(100, 100), "b.png"), png(line(), "c.png"));

        assertThat(output.text()).isEqualTo("a.png:\n" + LINE + "\nI found no text in b.png.\nc.png:\n" + LINE);
    }

    @Test
    void pictures_of_the_same_name_are_told_apart() throws Exception {
        Path first = file(line(), "first.png");
        Path second = file(Paper.white(100, 100), "second.png");
        Attachment written = new Attachment("1".repeat(64), "scan.png", FileType.PNG, Files.size(first));
        Attachment blank = new Attachment("2".repeat(64), "scan.png", FileType.PNG, Files.size(second));

        Answer answer = expert.answer(
                input(Language.EN, "", written, blank),
                attachment -> attachment.equals(written) ? first : second,
                notebook);

        assertThat(answer.output().text()).isEqualTo("scan.png:\n" + LINE + "\nI found no text in scan.png.");
    }

    @Test
    void a_line_upside_down_is_read() throws Exception {
        assertThat(ask(Language.EN, "", png(line().turned(180), "page.png")).text())
                .isEqualTo(LINE);
    }

    @Test
    void a_page_on_its_side_or_head_is_read_in_order() throws Exception {
        Paper page = Paper.white(600, 260)
                .write("The first line of three", 40, 60, Paper.sans(28))
                .write("The second line of three", 40, 130, Paper.sans(28))
                .write("The third line of three", 40, 200, Paper.sans(28));
        for (double degrees : new double[] {90, 180, 270}) {
            assertThat(ask(Language.EN, "", png(page.turned(degrees), "page.png"))
                            .text())
                    .as("turned by %.0f degrees", degrees)
                    .isEqualTo("The first line of three\nThe second line of three\nThe third line of three");
        }
    }

    @Test
    void a_photograph_is_turned_as_its_camera_says_and_boxes_are_where_one_sees_them() throws Exception {
        byte[] jpeg = ExifJpeg.of(line().turned(-90).image(), 6);
        Path file = Files.write(folder.resolve("photo.jpg"), jpeg);

        TaskOutput.Image output = ask(Language.EN, "", attachment(file, FileType.JPEG));

        assertThat(output.text()).isEqualTo(LINE);
        TextLine.Box box = output.lines().getFirst().box();
        assertThat(box.width()).isGreaterThan(5 * box.height());
        assertThat(box.x()).isCloseTo(30, within(10));
    }

    @Test
    void a_large_photograph_is_thinned_out_and_its_boxes_are_in_its_own_pixels() throws Exception {
        String said = "Invoices are paid within 30 days";
        Paper photo = Paper.white(5_000, 3_000).write(said, 2_000, 1_500, new Font(Font.SANS_SERIF, Font.PLAIN, 120));

        Attachment attachment = png(photo, "photo.png");
        Answer answer = answer(Language.EN, "", attachment);

        assertThat(answer.output().text()).isEqualTo(said);
        assertThat(answer.usage().megapixels()).isEqualTo(15);
        assertThat(((TaskOutput.Image) answer.output()).lines().getFirst().box().x())
                .isCloseTo(2_000, within(40));
    }

    @Test
    void tasks_side_by_side_do_not_disturb_each_other() throws Exception {
        Attachment first = png(line(), "a.png");
        Attachment second = png(Paper.line("Something else entirely", Paper.sans(24)), "b.png");
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Attachment picture = i % 2 == 0 ? first : second;
            tasks.add(() -> expert.answer(input(Language.EN, "", picture), this::path, new Notebook())
                    .output()
                    .text());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<String>> answers = threads.invokeAll(tasks);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? LINE : "Something else entirely");
            }
        }
    }

    @Test
    void a_cancelled_task_stops() throws IOException {
        Attachment picture = png(line(), "page.png");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ask(Language.EN, "", picture)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void other_tasks_and_tasks_without_pictures_are_refused() {
        assertThatThrownBy(() -> ask(Language.EN, "anything"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.ATTACHMENT_MISSING));
        TaskInput chat = new TaskInput.Chat(Language.EN, "hello", List.of(), List.of());
        assertThatThrownBy(() -> expert.answer(chat, this::path, notebook))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }

    private TaskOutput.Image ask(Language language, String question, Attachment... pictures) throws Exception {
        notebook.pieces().clear();
        return (TaskOutput.Image) answer(language, question, pictures).output();
    }

    private Answer answer(Language language, String question, Attachment... pictures) throws Exception {
        return expert.answer(input(language, question, pictures), this::path, notebook);
    }

    private static TaskInput input(Language language, String question, Attachment... pictures) {
        return new TaskInput.Image(language, question, List.of(pictures));
    }

    private Path path(Attachment attachment) {
        return folder.resolve(attachment.name());
    }

    private Attachment png(Paper paper, String name) throws IOException {
        return attachment(file(paper, name), FileType.PNG);
    }

    private Path file(Paper paper, String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(paper.image(), "png", file.toFile());
        return file;
    }

    private static Attachment attachment(Path file, FileType type) throws IOException {
        return new Attachment("0".repeat(64), file.getFileName().toString(), type, Files.size(file));
    }

    private static Paper line() {
        return Paper.line(LINE, Paper.sans(28));
    }
}
