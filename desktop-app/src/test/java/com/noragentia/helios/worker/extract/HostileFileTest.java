/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.worker.extract.HostileFile.Answer;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.extract.sound.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file made to hurt, through one worker's line of children: each gets its answer, in time, and nothing else comes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileFileTest {

    private static final Duration LONGEST = Duration.ofSeconds(25);

    /** Reads pages, and finds no word there. */
    private static final PageReader.Source BLIND =
            () -> Optional.of(new ScriptedReader(page -> Optional.of(List.of())));

    @TempDir
    static Path world;

    @TempDir
    static Path rooms;

    private Snare snare;
    private FileExtractor extractor;

    @BeforeAll
    void open() throws IOException {
        snare = Snare.set(world, rooms);
        extractor = new FileExtractor(ExtractionLine.open(rooms));
    }

    @AfterAll
    void an_honest_file_is_still_read_and_nothing_is_left() throws Exception {
        Path good = Files.writeString(world.resolve("good.txt"), HostileFile.WELL);
        assertThat(extractor
                        .text(good, HostileTexts.files().getFirst().type(), "good.txt")
                        .text())
                .isEqualTo(HostileFile.WELL);
        extractor.close();
        snare.close();
        try (Stream<Path> left = Files.list(rooms)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_hostile_file_gets_its_answer_and_does_nothing_else(HostileFile hostile) throws Exception {
        examine(hostile, extractor);
    }

    static List<HostileFile> a_hostile_file_gets_its_answer_and_does_nothing_else() {
        return HostileFile.all();
    }

    /** What the operating system may forbid, the program must not even try. */
    @Test
    void what_reaches_out_gets_nothing_from_an_unconfined_child_either() throws Exception {
        ChildCommand free = ChildCommand.ofThisProcess(rooms, Optional.empty());
        try (FileExtractor unconfined = new FileExtractor(new ExtractionLine(free, Duration.ofSeconds(20)))) {
            for (HostileFile hostile : HostileFile.reaching()) {
                examine(hostile, unconfined);
            }
        }
    }

    @Test
    void the_list_of_hostile_files_tells_of_each() throws Exception {
        assertThat(Files.readAllLines(Path.of("..", "assets", "hostile", "README.md")))
                .containsAll(HostileFile.all().stream().map(HostileFile::listed).toList());
    }

    private void examine(HostileFile hostile, FileExtractor by) throws Exception {
        Path file = world.resolve(hostile.name());
        hostile.recipe().make(file, snare.trap());
        List<String> before = snare.traces();
        long start = System.nanoTime();

        Answer answer = answer(hostile, file, by);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time").isLessThan(LONGEST);
        assertThat(answer).as(hostile.name()).isEqualTo(hostile.answer());
        assertThat(snare.traces()).as("what " + hostile.name() + " left").isEqualTo(before);
        snare.requireSilence();
        Files.delete(file);
    }

    private Answer answer(HostileFile hostile, Path file, FileExtractor by) throws InterruptedException {
        String name = "../../" + snare.trap().escape() + "/" + hostile.name();
        try {
            return new Answer.Read(
                    switch (hostile.type()) {
                        case PDF, DOCX, TEXT, MARKDOWN, HELIOS_TEXT ->
                            new DocumentText(by, BLIND, Clock.systemUTC())
                                    .of(file, hostile.type(), name, (done, of) -> {})
                                    .text();
                        case PNG, JPEG ->
                            sizeOf(by.picture(file, hostile.type(), name).picture());
                        case WAV, MP3 -> heard(by.sound(file, hostile.type(), name));
                    });
        } catch (ProblemException e) {
            assertThat(e.problem().values()).containsEntry("file", name);
            assertThat(e.getMessage()).doesNotContain(Snare.SECRET, hostile.name());
            return new Answer.Refused(e.problem().code());
        }
    }

    private static String heard(Sound sound) {
        return sound.samples().length + " samples" + (sound.breaksOff() ? ", and that it breaks off" : "");
    }

    private static String sizeOf(Picture picture) {
        return picture.width() + " × " + picture.height();
    }
}
