/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.Transfer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Where a model's files come from. Thread-safe. */
@FunctionalInterface
public interface ModelFiles {

    /**
     * Brings the files of a model, whole and verified against their hashes.
     *
     * @param listener hears how far it is
     * @return where each file lies, by its name in the manifest
     * @throws ModelFailure if a file can't be had, or is not what the manifest says
     * @throws InterruptedException if the worker stops meanwhile
     */
    Map<String, Path> fetch(ModelManifest manifest, Consumer<Transfer> listener)
            throws ModelFailure, InterruptedException;

    /** Says that the files that were fetched are needed no longer; until then they stay. */
    default void release(ModelManifest manifest) {}
}
