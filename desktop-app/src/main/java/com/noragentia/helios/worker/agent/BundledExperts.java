/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.expert.embedding.EmbeddingExpert;
import com.noragentia.helios.worker.expert.image.ImageExpert;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.nio.file.Path;
import java.util.Map;

/** Knows which expert runs which model. Thread-safe. */
final class BundledExperts implements ModelLoader {

    private final OnnxRuntime runtime;

    private BundledExperts(OnnxRuntime runtime) {
        this.runtime = runtime;
    }

    static BundledExperts start(long memoryBytes, DataFolder folder) throws ModelFailure {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new BundledExperts(OnnxRuntime.start(threads, new MemoryBudget(memoryBytes)));
    }

    @Override
    public LoadedModel load(ModelManifest manifest, Map<String, Path> files) throws ModelFailure {
        ModelSpace space = runtime.admit(manifest, files);
        try {
            return open(space);
        } catch (ModelFailure | RuntimeException e) {
            space.close();
            throw e;
        }
    }

    private static LoadedModel open(ModelSpace space) throws ModelFailure {
        if (space.manifest().experts().contains(Expert.IMAGE)) {
            return ImageExpert.openIn(space, (question, language, lines) -> lines);
        }
        return EmbeddingExpert.openIn(space);
    }

    @Override
    public void close() {}
}
