/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bundled experts, as the worker runs them, on this computer. */
final class Workshop implements AutoCloseable {

    private static final long MODEL_BYTES = 2_000_000_000;
    private static final int CATALOGUE_BYTES = 4 * 1024 * 1024;
    private static final int ROUNDS = 4;

    private final List<ModelManifest> manifests;
    private final ModelStore store;
    private final BundledExperts experts;

    /** What comes of a task: seconds of processor time, and what was said. */
    record Run(double seconds, TaskOutput output) {}

    private record Catalogue(List<ModelManifest> models) {}

    private Workshop(List<ModelManifest> manifests, ModelStore store, BundledExperts experts) {
        this.manifests = manifests;
        this.store = store;
        this.experts = experts;
    }

    /** {@code catalogue} is a file as the orchestrator has it; all else is made in {@code folder}. */
    static Workshop open(Path catalogue, Path folder) throws IOException, ModelFailure, WireException {
        ModelStore store =
                new ModelStore(folder.resolve("models"), List.of(new ClasspathSource(Workshop.class.getClassLoader())));
        Path rooms = Files.createDirectories(folder.resolve("tmp"));
        Path archives = Files.createDirectories(folder.resolve("cache"));
        return new Workshop(
                JsonCodec.decode(Files.readAllBytes(catalogue), Catalogue.class, CATALOGUE_BYTES)
                        .models(),
                store,
                BundledExperts.start(MODEL_BYTES, rooms, archives, store));
    }

    LoadedModel load(String id) throws ModelFailure, InterruptedException {
        ModelManifest manifest = manifests.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
        return experts.load(manifest, store.ensure(manifest, done -> {}));
    }

    /** The mean of some rounds, after one that nobody counts. */
    static Run mean(LoadedModel model, TaskInput input, TaskFiles files) throws ModelFailure, InterruptedException {
        TaskOutput output = model.answer(input, files, new Unheard()).output();
        double begun = ProcessorTime.seconds();
        for (int round = 0; round < ROUNDS; round++) {
            output = model.answer(input, files, new Unheard()).output();
        }
        return new Run((ProcessorTime.seconds() - begun) / ROUNDS, output);
    }

    /** One round, which counts. */
    static Run once(LoadedModel model, TaskInput input, TaskFiles files) throws ModelFailure, InterruptedException {
        double begun = ProcessorTime.seconds();
        TaskOutput output = model.answer(input, files, new Unheard()).output();
        return new Run(ProcessorTime.seconds() - begun, output);
    }

    @Override
    public void close() {
        experts.close();
    }

    private static final class Unheard implements AnswerStream {

        @Override
        public void working(Phase phase, int done, int total) {
            // Only the time counts.
        }

        @Override
        public void piece(String text) {
            // The whole answer comes at the end.
        }
    }
}
