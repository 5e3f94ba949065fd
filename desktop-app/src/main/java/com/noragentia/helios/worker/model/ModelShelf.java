/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The folders of the models, one for each under its id. Thread-safe as far as its callers keep out of each other's folders. */
record ModelShelf(PrivateFolder folder) {

    ModelFolder of(ModelManifest manifest) throws IOException {
        return new ModelFolder(folder.inside(manifest.id()));
    }

    /** Models that are here whole, in the order of their ids. */
    List<StoredModel> list() throws IOException {
        List<StoredModel> stored = new ArrayList<>();
        for (ModelFolder model : folders()) {
            model.stored().ifPresent(stored::add);
        }
        return stored;
    }

    /** Looked up, not resolved: an id from the command line may be a path in disguise. */
    Optional<StoredModel> find(String id) throws IOException {
        return list().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    void remove(StoredModel model) throws IOException {
        of(model.manifest()).remove();
    }

    /** How many names in all folders mean a content. */
    int namesOf(Path content) throws IOException {
        int names = 0;
        for (ModelFolder model : folders()) {
            names += model.namesOf(content);
        }
        return names;
    }

    private List<ModelFolder> folders() throws IOException {
        List<ModelFolder> folders = new ArrayList<>();
        for (Path entry : folder.entries()) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                folders.add(new ModelFolder(PrivateFolder.at(entry)));
            }
        }
        return folders;
    }

    static Set<String> hashes(Collection<ModelManifest> models) {
        return models.stream()
                .flatMap(model -> model.files().stream())
                .map(ModelFile::sha256)
                .collect(Collectors.toSet());
    }
}
