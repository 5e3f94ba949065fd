/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the plain files of one length while a folder is walked. For one walk that follows no links. */
final class FilesOfLength extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final long bytes;
    private final int most;
    private final List<URI> found = new ArrayList<>();
    private int seen;

    /** @param most files after which it ends */
    FilesOfLength(Path folder, long bytes, int most) {
        this.folder = folder;
        this.bytes = bytes;
        this.most = most;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
        if (kind.isRegularFile() && kind.size() == bytes) {
            found.add(file.toUri());
        }
        return ++seen > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
        if (file.equals(folder)) {
            throw why;
        }
        return ++seen > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** What breaks off inside is passed over too. */
    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException why) throws IOException {
        if (why != null && visited.equals(folder)) {
            throw why;
        }
        return FileVisitResult.CONTINUE;
    }

    boolean areTooMany() {
        return seen > most;
    }

    List<URI> found() {
        return List.copyOf(found);
    }
}
