/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

import com.noragentia.helios.protocol.model.ModelManifest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Brings models into memory. Thread-safe. */
public interface ModelLoader extends AutoCloseable {

    /**
     * Loads a model.
     *
     * @param manifest what it is
     * @param files its verified files by name
     * @throws ModelFailure if it does not load, or no expert here knows it
     */
    LoadedModel load(ModelManifest manifest, Map<String, Path> files) throws ModelFailure;

    /** Why no expert here could run a model, as far as its manifest tells; empty where one might. */
    default Optional<ModelFailure> unfit(ModelManifest manifest) {
        return Optional.empty();
    }

    @Override
    void close();
}
