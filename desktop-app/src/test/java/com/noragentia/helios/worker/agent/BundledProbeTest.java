/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled models answer what the orchestrator asks before it trusts them with a task. */
class BundledProbeTest {

    private static final Path PICTURE =
            Path.of("../orchestrator-server/src/main/resources/com/noragentia/helios/orchestrator/worker/probe.png");
    private static final AnswerStream UNHEARD = new AnswerStream() {
        @Override
        public void working(Phase phase, int done, int total) {}

        @Override
        public void piece(String text) {}
    };

    @TempDir
    private Path folder;

    @Test
    void a_sum_a_likeness_and_a_word_in_a_picture_are_told_right() throws Exception {
        BundledParts parts = new BundledParts();
        DataFolder data = new DataFolder(folder);
        for (Path needed : List.of(data.models(), data.tmp(), data.cache())) {
            Files.createDirectories(needed);
        }
        ModelFiles files = new StoredFiles(BundledParts.store(data));
        try (ModelLoader loader = parts.loader(data)) {
            for (ModelManifest manifest : BundledCatalogue.models()) {
                try (LoadedModel model = loader.load(manifest, files.fetch(manifest, done -> {}))) {
                    check(model);
                }
            }
        }
    }

    private static void check(LoadedModel model) throws Exception {
        switch (model.manifest().experts().getFirst()) {
            case EMBEDDING -> {
                TaskOutput.Embedding likeness = (TaskOutput.Embedding) ask(
                        model,
                        new TaskInput.Embedding(
                                Language.EN,
                                List.of(
                                        "The cat is asleep on the sofa.",
                                        "A kitten is sleeping on the couch.",
                                        "The central bank has raised interest rates.")));
                List<float[]> vectors = likeness.vectors();
                assertThat(dot(vectors.get(0), vectors.get(1)))
                        .isGreaterThan(dot(vectors.get(0), vectors.get(2)) + 0.2)
                        .isGreaterThan(dot(vectors.get(1), vectors.get(2)) + 0.2);
                assertThat(dot(vectors.get(0), vectors.get(0))).isBetween(0.99, 1.01);
            }
            case CHAT ->
                assertThat(ask(model, new TaskInput.Chat(Language.EN, "17 + 25", List.of(), List.of()))
                                .text())
                        .contains("42");
            case IMAGE -> {
                Attachment picture = new Attachment("0".repeat(64), "probe.png", FileType.PNG, Files.size(PICTURE));
                assertThat(ask(model, new TaskInput.Image(Language.EN, "", List.of(picture)))
                                .text())
                        .contains("LANTERN");
            }
            case AUDIO, DESCRIPTION, OBJECTS -> {} // nobody probes what hears or sees; tests of their own ask them
            case DOCUMENT -> throw new AssertionError("no probe asks it");
        }
    }

    private static TaskOutput ask(LoadedModel model, TaskInput input) throws Exception {
        return model.answer(input, attachment -> PICTURE, UNHEARD).output();
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
