/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;

/** A model whose files lie on this computer; models may share files. */
public record StoredModel(ModelManifest manifest) {

    public String id() {
        return manifest.id();
    }

    /** Length of all its files, shared ones included. */
    public long bytes() {
        return manifest.files().stream().mapToLong(ModelFile::bytes).sum();
    }
}
