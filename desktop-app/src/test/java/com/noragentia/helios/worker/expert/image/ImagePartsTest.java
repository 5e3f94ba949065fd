/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.extract.ManyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures read by several tasks come to what one task makes of them. */
class ImagePartsTest {

    @TempDir
    private static Path models;

    @TempDir
    private static Path rooms;

    private static FileExtractor extractor;
    private static ImageExpert expert;

    @TempDir
    private Path folder;

    private List<Attachment> pictures = List.of();

    @BeforeAll
    static void load() throws Exception {
        LineRanker sharingWords = (question, language, lines) ->
                lines.stream().filter(line -> line.text().contains(question)).toList();
        extractor = new FileExtractor(ManyFiles.line(rooms));
        expert = ImageExpert.openIn(OcrModel.openIn(models), extractor, sharingWords);
    }

    @AfterAll
    static void close() {
        expert.close();
        extractor.close();
    }

    @BeforeEach
    void draw() throws IOException {
        pictures = List.of(
                png(Paper.line("Holiday: 25 days", Paper.sans(28)), "a.png"),
                png(Paper.white(100, 100), "b.png"),
                png(Paper.line("Total amount 1284 dollars", Paper.sans(28)), "c.png"));
    }

    @ParameterizedTest
    @EnumSource
    void parts_joined_read_like_the_whole(Language language) throws Exception {
        TaskOutput.Image whole = answer(new TaskInput.Image(language, "", pictures));

        List<TaskOutput.Image> parts = parts(language);

        assertThat(parts.stream().map(TaskOutput.Image::text).collect(Collectors.joining("\n")))
                .isEqualTo(whole.text());
        assertThat(parts.stream().flatMap(part -> part.lines().stream())).isEqualTo(whole.lines());
        assertThat(parts.stream().flatMap(part -> part.sources().stream())).isEqualTo(whole.sources());
    }

    @ParameterizedTest
    @EnumSource
    void a_question_is_answered_from_parts_as_from_the_whole(Language language) throws Exception {
        for (String question : List.of("amount", "weather")) {
            TaskOutput.Image whole = answer(new TaskInput.Image(language, question, pictures));

            TaskOutput.Image combined = answer(combine(language, question, parts(language)));

            assertThat(combined).isEqualTo(whole);
        }
    }

    @Test
    void a_part_has_no_say_in_which_file_it_read() throws Exception {
        TextLine lie = new TextLine("passport.png", "amount", 0.9, new TextLine.Box(0, 0, 1, 1));
        TaskOutput.Image part = new TaskOutput.Image("amount", List.of(), List.of(lie));

        TaskOutput.Image answer = answer(combine(Language.EN, "amount", List.of(part)));

        assertThat(answer.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.file()).isEqualTo("a.png"));
    }

    @Test
    void what_was_not_read_in_a_picture_is_refused() {
        TaskOutput chat = new TaskOutput.Chat("hello", List.of(), AnswerOrigin.HELP);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> answer(combine(Language.EN, "", List.of(chat))))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }

    private List<TaskOutput.Image> parts(Language language) throws Exception {
        List<TaskOutput.Image> parts = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            TaskInput.Part part = new TaskInput.Part(i + 1, pictures.size());
            parts.add(answer(new TaskInput.Image(language, "", pictures.subList(i, i + 1), part)));
        }
        return parts;
    }

    private TaskInput combine(Language language, String question, List<? extends TaskOutput> outputs) {
        List<Combined> parts = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            parts.add(new Combined(pictures.get(i).name(), outputs.get(i)));
        }
        return new TaskInput.Combine(Expert.IMAGE, language, question, parts);
    }

    private TaskOutput.Image answer(TaskInput task) throws Exception {
        Notebook notebook = new Notebook();
        TaskOutput output = expert.answer(task, file -> folder.resolve(file.name()), notebook)
                .output();
        assertThat(String.join("", notebook.pieces())).isEqualTo(output.text());
        return (TaskOutput.Image) output;
    }

    private Attachment png(Paper paper, String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(paper.image(), "png", file.toFile());
        return new Attachment("0".repeat(64), name, FileType.PNG, Files.size(file));
    }
}
