/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes models from a folder or a stick. Files are known by length and hash, whatever they are called there, and only those of the manifests that
 * are given are taken: the caller answers for these being signed.
 */
public final class ModelImport {

    private final FolderSource folder;
    private final ModelStore store;

    /** @param target the folder of the store */
    public ModelImport(Path source, Path target, StoreLimits limits) throws IOException {
        this.folder = new FolderSource(source);
        this.store = new ModelStore(target, List.of(folder), limits);
    }

    /** What came of one model. */
    public sealed interface Outcome {

        String model();
    }

    public record Imported(String model) implements Outcome {}

    /** The folder has something of it, but it was here whole before. */
    public record KnownAlready(String model) implements Outcome {}

    /**
     * The folder has some of its files.
     *
     * @param missing the names of the others
     */
    public record Incomplete(String model, List<String> missing) implements Outcome {}

    /** The folder has a file of the right length, which is another. */
    public record Refused(String model, ModelFailure reason) implements Outcome {}

    /** Every model of which the folder has something, in the order of the manifests. */
    public List<Outcome> take(List<ModelManifest> manifests, Consumer<Transfer> listener)
            throws IOException, ModelFailure, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (ModelManifest manifest : manifests) {
            take(manifest, listener, outcomes);
        }
        return outcomes;
    }

    private void take(ModelManifest manifest, Consumer<Transfer> listener, List<Outcome> outcomes)
            throws IOException, InterruptedException, ModelFailure {
        List<ModelFile> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        boolean any = false;
        for (ModelFile file : manifest.files()) {
            List<URI> candidates = folder.filesOfLength(file.bytes());
            any |= !candidates.isEmpty();
            if (candidates.isEmpty() && !store.holds(file)) {
                missing.add(file.name());
            }
            found.add(new ModelFile(file.name(), file.bytes(), file.sha256(), candidates));
        }
        if (!any) {
            return;
        }
        if (store.holds(manifest)) {
            outcomes.add(new KnownAlready(manifest.id()));
            return;
        }
        if (!missing.isEmpty()) {
            outcomes.add(new Incomplete(manifest.id(), missing));
            return;
        }
        try {
            store.pull(from(manifest, found), listener);
        } catch (ModelFailure e) {
            outcomes.add(new Refused(manifest.id(), e));
            return;
        }
        // Once more as the network means it: with the sources from which a file comes again when it is gone.
        store.pull(manifest, transfer -> {});
        outcomes.add(new Imported(manifest.id()));
    }

    private static ModelManifest from(ModelManifest manifest, List<ModelFile> files) {
        return new ModelManifest(
                manifest.id(),
                manifest.title(),
                manifest.experts(),
                manifest.languages(),
                manifest.licence(),
                manifest.memoryBytes(),
                files,
                manifest.traits());
    }
}
