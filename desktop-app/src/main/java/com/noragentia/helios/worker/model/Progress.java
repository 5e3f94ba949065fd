/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.util.function.DoubleConsumer;

/** How much of a model's bytes is dealt with. Never beyond 1, though a second source may start a file again. Not thread-safe. */
final class Progress {

    private final long total;
    private final DoubleConsumer listener;
    private long done;

    Progress(ModelManifest manifest, DoubleConsumer listener) {
        this.total = manifest.files().stream().mapToLong(ModelFile::bytes).sum();
        this.listener = listener;
    }

    void add(long bytes) {
        done += bytes;
        listener.accept(Math.min(1, (double) done / total));
    }
}
