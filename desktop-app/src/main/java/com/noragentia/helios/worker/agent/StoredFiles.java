/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.model.ModelUse;
import com.noragentia.helios.worker.model.Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Files from the store of this computer, which are not removed while a model that was loaded from them is there. Thread-safe. */
final class StoredFiles implements ModelFiles {

    private final ModelStore store;
    private final Map<String, Deque<ModelUse>> uses = new HashMap<>();

    StoredFiles(ModelStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Path> fetch(ModelManifest manifest, Consumer<Transfer> listener)
            throws ModelFailure, InterruptedException {
        begin(manifest.id());
        boolean isHere = false;
        try {
            Map<String, Path> files = store.pull(manifest, listener);
            isHere = true;
            return files;
        } finally {
            if (!isHere) {
                release(manifest);
            }
        }
    }

    private synchronized void begin(String model) throws ModelFailure {
        try {
            uses.computeIfAbsent(model, id -> new ArrayDeque<>()).push(store.use(model));
        } catch (IOException e) {
            throw new ModelFailure("the use of " + model + " cannot be noted", e);
        }
    }

    @Override
    public synchronized void release(ModelManifest manifest) {
        Deque<ModelUse> open = uses.get(manifest.id());
        if (open != null && !open.isEmpty()) {
            open.pop().close();
        }
    }
}
