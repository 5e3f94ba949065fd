/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Where a model's files come from. Thread-safe. */
@FunctionalInterface
public interface ModelFiles {

    /**
     * Brings the files of a model, whole and verified against their hashes.
     *
     * @param progress hears how far it is, from 0 to 1
     * @return where each file lies, by its name in the manifest
     * @throws ModelFailure if a file can't be had, or is not what the manifest says
     * @throws InterruptedException if the worker stops meanwhile
     */
    Map<String, Path> fetch(ModelManifest manifest, DoubleConsumer progress) throws ModelFailure, InterruptedException;
}
