/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/**
 * A folder or a stick with model files. It serves {@code file:} addresses inside it, and finds files by length wherever they lie in it: their
 * names may be those of the hub. Only plain files are read: a link, a device or a pipe could lead out, or never end.
 */
public final class FolderSource implements ModelSource {

    /** Folders within the folder, as a hub's repositories have. */
    private static final int MAX_DEPTH = 8;

    /** Nobody's collection of models has more; somebody's whole disk does. */
    private static final int MAX_FILES = 100_000;

    private static final String SCHEME = "file";

    private final Path folder;

    public FolderSource(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public boolean serves(URI address) {
        return SCHEME.equals(address.getScheme()) && address.getAuthority() == null && inside(address);
    }

    private boolean inside(URI address) {
        String path = address.getPath();
        return path != null
                && path.startsWith("/")
                && Path.of(address).normalize().startsWith(folder)
                && Path.of(address).normalize().equals(Path.of(address));
    }

    @Override
    public Delivery open(URI address, Begun begun) throws IOException {
        Path file = Path.of(address);
        // Not the links of the folder itself: a stick may be mounted behind one.
        if (!inside(address) || !file.toRealPath().startsWith(folder.toRealPath())) {
            throw new NotOfferedException("no-source", "not inside the folder");
        }
        BasicFileAttributes kind = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!kind.isRegularFile()) {
            throw new NoSuchFileException(file.toString(), null, "not a plain file");
        }
        InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        return new Delivery(content, 0, kind.size(), "");
    }

    /**
     * Every plain file that is so long. A folder inside that may not be read is passed over: sticks have such.
     *
     * @throws ModelFailure if the folder itself cannot be read, or has over {@value #MAX_FILES} files
     */
    List<URI> filesOfLength(long bytes) throws ModelFailure {
        FilesOfLength files = new FilesOfLength(folder, bytes, MAX_FILES);
        try {
            Files.walkFileTree(folder, Set.of(), MAX_DEPTH, files);
        } catch (IOException e) {
            throw ModelFailure.told(e, "folder-unreadable", folder + " cannot be read", folder.toString());
        }
        if (files.areTooMany()) {
            throw ModelFailure.told(
                    "folder-too-full", "over " + MAX_FILES + " files in " + folder, folder.toString(), MAX_FILES);
        }
        return files.found();
    }
}
