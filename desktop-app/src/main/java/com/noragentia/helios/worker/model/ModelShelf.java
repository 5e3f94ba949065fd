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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of the models, one for each under its id. Thread-safe as far as its callers keep out of each other's folders. */
record ModelShelf(PrivateFolder folder) {

    private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

    ModelFolder of(ModelManifest manifest) throws IOException {
        return new ModelFolder(folder.inside(manifest.id()));
    }

    /** Models that came whole, in the order of their ids. */
    List<StoredModel> list() throws IOException {
        List<StoredModel> stored = new ArrayList<>();
        for (ModelFolder model : folders()) {
            if (model.note() instanceof FolderNote.Sound sound) {
                stored.add(sound.model());
            }
        }
        return stored;
    }

    /** Ids of the models of which nobody can tell any more which files they have, in their order. */
    List<String> damaged() throws IOException {
        return damagedFolders().stream().map(ModelFolder::id).toList();
    }

    /** Whether a file of such a model is this content, which is kept for when it is whole again. */
    boolean isNamedByDamaged(Path content) throws IOException {
        for (ModelFolder model : damagedFolders()) {
            if (model.namesOf(content) > 0) {
                return true;
            }
        }
        return false;
    }

    private List<ModelFolder> damagedFolders() throws IOException {
        List<ModelFolder> damaged = new ArrayList<>();
        for (ModelFolder model : folders()) {
            if (model.note() instanceof FolderNote.Damaged note) {
                LOG.debug("the note of model {} is damaged: {}", model.id(), note.why());
                damaged.add(model);
            }
        }
        return damaged;
    }

    /** Looked up, not resolved: an id from the command line may be a path in disguise. */
    Optional<StoredModel> find(String id) throws IOException {
        return list().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** Looked up likewise. */
    void remove(String id) throws IOException {
        for (ModelFolder model : folders()) {
            if (model.id().equals(id)) {
                model.remove();
            }
        }
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
