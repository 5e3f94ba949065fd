/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A concrete, hash-pinned set of files that implements experts. What its work costs is not said here but in the network's table of prices,
 * by the same id.
 *
 * @param id stable name, lower case with hyphens
 * @param title what people call it
 * @param experts the capabilities it serves
 * @param languages the languages it serves well; empty where language does not matter
 * @param licence SPDX expression of its weights' licence
 * @param memoryBytes what a worker sets aside to host it
 * @param files everything it needs
 * @param traits of what kind it is; {@link ModelTraits#PLAIN} where an older manifest does not say
 */
public record ModelManifest(
        String id,
        String title,
        List<Expert> experts,
        List<Language> languages,
        String licence,
        long memoryBytes,
        List<ModelFile> files,
        @Nullable ModelTraits traits) {

    public ModelManifest {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("not a model id: " + id);
        }
        traits = traits == null ? ModelTraits.PLAIN : traits;
    }

    /** A model of which nothing more is known. */
    public ModelManifest(
            String id,
            String title,
            List<Expert> experts,
            List<Language> languages,
            String licence,
            long memoryBytes,
            List<ModelFile> files) {
        this(id, title, experts, languages, licence, memoryBytes, files, ModelTraits.PLAIN);
    }

    @Override
    public ModelTraits traits() {
        return Objects.requireNonNull(traits);
    }

    /** Length of all its files. */
    public long bytes() {
        return files.stream().mapToLong(ModelFile::bytes).sum();
    }
}
