/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** One worker's line of children, which reads hostile files one after the other in a world of its own: what one leaves there is that one's. */
final class HostileFileLane {

    private static final Duration LONGEST = Duration.ofSeconds(25);

    /** Reads pages, and finds no word there. */
    private static final PageReader.Source BLIND =
            () -> Optional.of(new ScriptedReader(page -> Optional.of(List.of())));

    private final Path world;
    private final Path rooms;
    private final Snare snare;
    private final FileExtractor extractor;

    /** @param line of children that have their rooms in the given folder */
    HostileFileLane(Path folder, Function<Path, ExtractionLine> line) throws IOException {
        world = Files.createTempDirectory(folder, "world");
        rooms = Files.createTempDirectory(folder, "rooms");
        snare = Snare.set(world, rooms);
        extractor = new FileExtractor(line.apply(rooms));
    }

    /** The file gets its answer, in time, and nothing else comes of it. */
    void examine(HostileFile hostile) throws Exception {
        Path file = world.resolve(hostile.name());
        hostile.recipe().make(file, snare.trap());
        List<String> before = snare.traces();
        long start = System.nanoTime();

        Answer answer = answer(hostile, file);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time").isLessThan(LONGEST);
        assertThat(answer).as(hostile.name()).isEqualTo(hostile.answer());
        assertThat(snare.traces()).as("what " + hostile.name() + " left").isEqualTo(before);
        snare.requireSilence();
        Files.delete(file);
    }

    private Answer answer(HostileFile hostile, Path file) throws InterruptedException {
        String name = "../../" + snare.trap().escape() + "/" + hostile.name();
        try {
            return new Answer.Read(
                    switch (hostile.type()) {
                        case PDF, DOCX, TEXT, MARKDOWN, HELIOS_TEXT ->
                            new DocumentText(extractor, BLIND, Clock.systemUTC())
                                    .of(file, hostile.type(), name, (done, of) -> {})
                                    .text();
                        case PNG, JPEG ->
                            sizeOf(extractor.picture(file, hostile.type(), name).picture());
                        case WAV, MP3 -> heard(extractor.sound(file, hostile.type(), name));
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

    /** After all of them an honest file is still read, and nothing is left. */
    void close() throws Exception {
        Path good = Files.writeString(world.resolve("good.txt"), HostileFile.WELL);
        assertThat(extractor.text(good, FileType.TEXT, "good.txt").text()).isEqualTo(HostileFile.WELL);
        extractor.close();
        snare.close();
        try (Stream<Path> left = Files.list(rooms)) {
            assertThat(left).isEmpty();
        }
    }
}
