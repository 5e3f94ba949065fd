/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelManifest;
import java.time.Instant;

/**
 * A model whose files lie on this computer; models may share files.
 *
 * @param lastUsed when it was last brought here or loaded
 */
public record StoredModel(ModelManifest manifest, Instant lastUsed) {

    public String id() {
        return manifest.id();
    }

    /** Length of all its files, shared ones included. */
    public long bytes() {
        return manifest.bytes();
    }
}
