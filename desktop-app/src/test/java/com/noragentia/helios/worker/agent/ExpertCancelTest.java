/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.expert.audio.SpokenSample;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real experts on the real models, interrupted in the middle of large tasks. */
@Timeout(120)
final class ExpertCancelTest {

    private static final int[] AFTER_MILLIS = {20, 100, 300, 700, 1_500};
    private static final long STOPPED_MILLIS = 200;
    private static final AnswerStream SILENT = new AnswerStream() {
        @Override
        public void working(Phase phase, int done, int total) {}

        @Override
        public void piece(String text) {}
    };

    @TempDir
    private static Path folder;

    private static ModelLoader loader;
    private static final List<LoadedModel> MODELS = new ArrayList<>();

    @BeforeAll
    static void load() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data")).create();
        loader = new BundledParts().loader(data);
        for (ModelManifest manifest : BundledCatalogue.models()) {
            MODELS.add(loader.load(manifest, BundledParts.store(data).ensure(manifest, done -> {})));
        }
        Files.writeString(folder.resolve("long.txt"), sentences(3_500));
        ImageIO.write(page(), "png", folder.resolve("page.png").toFile());
        Studio studio = new Studio(folder);
        List<SpokenSample> again = IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> studio.samples().stream())
                .toList();
        studio.talk("talk.wav", 0.6, again);
    }

    @AfterAll
    static void close() {
        MODELS.forEach(LoadedModel::close);
        loader.close();
    }

    private static String sentences(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "The harbour of town number " + i + " opens at " + i % 24
                        + " and sells fresh fish of the northern sea.")
                .collect(Collectors.joining("\n\n"));
    }

    private static BufferedImage page() {
        BufferedImage page = new BufferedImage(2_400, 3_200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        for (int y = 60; y < page.getHeight(); y += 60) {
            graphics.drawString("Line " + y + " says that the harbour opens at eight in the morning", 60, y);
        }
        graphics.dispose();
        return page;
    }

    private static Attachment attachment(String name, FileType type) {
        return new Attachment(
                "0".repeat(64), name, type, folder.resolve(name).toFile().length());
    }

    static Stream<TaskInput> largeTasks() {
        Attachment text = attachment("long.txt", FileType.TEXT);
        String question = "When does the harbour of town number 77 open?";
        return Stream.of(
                new TaskInput.Chat(Language.EN, question, List.of(), List.of(text)),
                new TaskInput.Document(Language.EN, question, TaskInput.DocumentGoal.ANSWER, List.of(text)),
                new TaskInput.Document(Language.EN, "", TaskInput.DocumentGoal.SUMMARY, List.of(text)),
                new TaskInput.Image(Language.EN, "", List.of(attachment("page.png", FileType.PNG))),
                new TaskInput.Audio(Language.EN, "", List.of(attachment("talk.wav", FileType.WAV))),
                new TaskInput.Embedding(
                        Language.EN,
                        IntStream.range(0, 256).mapToObj(i -> sentences(30)).toList()));
    }

    @ParameterizedTest
    @MethodSource("largeTasks")
    void an_expert_stops_soon_after_it_is_interrupted(TaskInput input) throws Exception {
        LoadedModel model = model(input.expert());
        List<Long> millis = new ArrayList<>();
        for (int after : AFTER_MILLIS) {
            interrupt(model, input, after).ifPresent(millis::add);
        }
        String name = input.expert() + (input.question().isEmpty() ? "" : " question");
        System.out.println(name + " stopped after " + millis + " ms");
        assertThat(millis).isNotEmpty();
        assertThat(millis.stream().sorted().toList().get((millis.size() - 1) / 2))
                .isLessThan(STOPPED_MILLIS);
    }

    private static LoadedModel model(Expert expert) {
        return MODELS.stream()
                .filter(model -> model.manifest().experts().contains(expert))
                .findFirst()
                .orElseThrow();
    }

    /** How long it takes the task to end after an interruption; nothing where it ended before. */
    private static Optional<Long> interrupt(LoadedModel model, TaskInput input, int afterMillis)
            throws InterruptedException, ExecutionException {
        CountDownLatch over = new CountDownLatch(1);
        FutureTask<Boolean> task = new FutureTask<>(() -> wasCancelled(model, input, over));
        Thread thread = Thread.ofPlatform().start(task);
        boolean wasQuicker = over.await(afterMillis, TimeUnit.MILLISECONDS);
        long interrupted = System.nanoTime();
        thread.interrupt();
        thread.join();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - interrupted);
        assertThat(wasQuicker || task.get() || millis < STOPPED_MILLIS)
                .as("cancelled, or just about to end")
                .isTrue();
        return wasQuicker || !task.get() ? Optional.empty() : Optional.of(millis);
    }

    private static boolean wasCancelled(LoadedModel model, TaskInput input, CountDownLatch over) throws ModelFailure {
        try {
            model.answer(input, file -> folder.resolve(file.name()), SILENT);
            return false;
        } catch (InterruptedException e) {
            return true;
        } finally {
            over.countDown();
        }
    }
}
