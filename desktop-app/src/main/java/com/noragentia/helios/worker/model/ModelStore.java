/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * The models on this computer, in a private folder: {@code content} holds each file once under its hash, {@code models} shows the files of
 * each model under their names. Thread-safe; one call at a time.
 */
public final class ModelStore {

    private final PrivateFolder models;
    private final ContentStore content;

    /**
     * Opens the store and makes its folder where it is missing.
     *
     * @throws IOException if the folder cannot be made or is a link
     */
    public ModelStore(Path folder, List<ModelSource> sources) throws IOException {
        PrivateFolder root = PrivateFolder.at(folder);
        models = root.inside("models");
        content = new ContentStore(root.inside("content"), sources);
    }

    /**
     * Brings every file of a model here and verifies it: against length and hash while it is fetched, and once more in each new process.
     *
     * @param progress told how much is done, 0 to 1, on the calling thread
     * @return where each file lies, by its name, side by side in one folder
     * @throws ModelFailure if a file cannot be had, or is not what the manifest says, in which case it was removed
     */
    public synchronized Map<String, Path> ensure(ModelManifest manifest, DoubleConsumer progress)
            throws ModelFailure, InterruptedException {
        Progress all = new Progress(manifest, progress);
        try {
            ModelFolder folder = new ModelFolder(models.inside(manifest.id()));
            Map<String, Path> files = new LinkedHashMap<>();
            for (ModelFile file : manifest.files()) {
                files.put(file.name(), lay(file, folder, all));
            }
            folder.writeManifest(manifest);
            return files;
        } catch (IOException e) {
            throw new ModelFailure(manifest.id() + " cannot be stored", e);
        }
    }

    /** The models that are here whole, in the order of their ids. */
    public synchronized List<StoredModel> list() throws ModelFailure {
        try {
            List<StoredModel> stored = new ArrayList<>();
            for (Path entry : models.entries()) {
                folderOf(entry).readManifest().map(StoredModel::new).ifPresent(stored::add);
            }
            return stored;
        } catch (IOException e) {
            throw new ModelFailure("the folder of models cannot be read", e);
        }
    }

    /**
     * Reads every file of a stored model again, and fetches those that are gone.
     *
     * @throws ModelFailure if it is not stored, or a file is not what it should be, in which case it was removed
     */
    public synchronized void verify(String id, DoubleConsumer progress) throws ModelFailure, InterruptedException {
        ModelManifest manifest = stored(id).manifest();
        Progress all = new Progress(manifest, progress);
        try {
            content.forget(manifest.files());
            ModelFolder folder = folderOf(models.resolve(id));
            for (ModelFile file : manifest.files()) {
                lay(file, folder, all);
            }
        } catch (IOException e) {
            throw new ModelFailure(id + " cannot be read", e);
        }
    }

    /**
     * Removes a model, and the files that no other model uses.
     *
     * @throws ModelFailure if it is not stored or cannot be removed
     */
    public synchronized void remove(String id) throws ModelFailure {
        StoredModel model = stored(id);
        try {
            folderOf(models.resolve(model.id())).remove();
            content.keepOnly(hashes(list()));
        } catch (IOException e) {
            throw new ModelFailure(id + " cannot be removed", e);
        }
    }

    private Path lay(ModelFile file, ModelFolder folder, Progress all)
            throws IOException, ModelFailure, InterruptedException {
        try {
            return folder.lay(file.name(), content.ensure(file, all::add));
        } catch (ModelFailure e) {
            folder.drop(file.name());
            throw e;
        }
    }

    private StoredModel stored(String id) throws ModelFailure {
        // Looked up, not resolved: an id from the command line may be a path in disguise.
        return list().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ModelFailure("no model of that name is stored here"));
    }

    private static ModelFolder folderOf(Path path) throws IOException {
        return new ModelFolder(PrivateFolder.at(path));
    }

    private static Set<String> hashes(List<StoredModel> models) {
        return models.stream()
                .flatMap(model -> model.manifest().files().stream())
                .map(ModelFile::sha256)
                .collect(Collectors.toSet());
    }
}
