/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import java.util.List;

/**
 * A concrete, hash-pinned set of files that implements experts.
 *
 * @param id stable name, lower case with hyphens
 * @param title what people call it
 * @param experts the capabilities it serves
 * @param languages the languages it serves well; empty where language does not matter
 * @param licence SPDX expression of its weights' licence
 * @param memoryBytes what a worker sets aside to host it
 * @param files everything it needs
 */
public record ModelManifest(
        String id,
        String title,
        List<Expert> experts,
        List<Language> languages,
        String licence,
        long memoryBytes,
        List<ModelFile> files) {

    public ModelManifest {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("not a model id: " + id);
        }
    }
}
