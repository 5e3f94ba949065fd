/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * The files of one model side by side under their own names, as graphs with external data want them. They are hard links into the content
 * store, so that nothing lies on the disk twice; where the file system has none, copies.
 */
record ModelFolder(PrivateFolder folder) {

    /** No file of a model can be called so: their names do not begin with a dot. */
    private static final String MANIFEST = ".manifest.json";

    private static final int MAX_MANIFEST_BYTES = 256 * 1024;

    /** Notes which model lies here whole, and that it was used now. */
    void writeManifest(ModelManifest manifest, Instant now) throws IOException {
        Path written = Files.createTempFile(folder.path(), ".manifest-", ".part");
        Files.write(written, JsonCodec.encode(manifest));
        Files.setLastModifiedTime(written, FileTime.from(now));
        Files.move(
                written, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Which model lies here. Somebody may have changed what says so, or a full disk cut it off: that is of this model alone. */
    FolderNote note() throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.exists(manifest, LinkOption.NOFOLLOW_LINKS)) {
            return new FolderNote.None();
        }
        if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS) || Files.size(manifest) > MAX_MANIFEST_BYTES) {
            return new FolderNote.Damaged("it is no plain file of at most " + MAX_MANIFEST_BYTES + " bytes");
        }
        Instant used =
                Files.getLastModifiedTime(manifest, LinkOption.NOFOLLOW_LINKS).toInstant();
        byte[] content = Files.readAllBytes(manifest);
        try {
            ModelManifest model = JsonCodec.decode(content, ModelManifest.class, MAX_MANIFEST_BYTES);
            return model.id().equals(id())
                    ? new FolderNote.Sound(new StoredModel(model, used))
                    : new FolderNote.Damaged("it is of another model");
        } catch (WireException e) {
            return new FolderNote.Damaged(String.valueOf(e.getMessage()));
        }
    }

    /** By the name of the folder. */
    String id() {
        return String.valueOf(folder.path().getFileName());
    }

    /** Puts verified content under a name, whatever was there before. */
    Path lay(String name, Path content) throws IOException {
        Path path = folder.resolve(name);
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(path, content)) {
            return path;
        }
        Files.deleteIfExists(path);
        try {
            Files.createLink(path, content);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(content, path, LinkOption.NOFOLLOW_LINKS);
        }
        return path;
    }

    /** How many names here mean a content. */
    int namesOf(Path content) throws IOException {
        int names = 0;
        for (Path entry : folder.entries()) {
            if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(entry, content)) {
                names++;
            }
        }
        return names;
    }

    void drop(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    void remove() throws IOException {
        for (Path entry : folder.entries()) {
            Files.deleteIfExists(entry);
        }
        Files.deleteIfExists(folder.path());
    }
}
