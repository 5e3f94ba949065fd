/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.worker.expert.TaskFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that exists as long as one task, and holds its attachments. For one thread. */
final class TaskFolder implements TaskFiles, AutoCloseable {

    private static final String PREFIX = "task-";

    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();

    private TaskFolder(Path folder) {
        this.folder = folder;
    }

    static TaskFolder in(Path parent) throws IOException {
        PrivateFiles.createFolder(parent);
        return new TaskFolder(Files.createTempDirectory(parent, PREFIX)); // mode 0700
    }

    /** Removes what a worker that was killed left behind. */
    static void sweep(Path parent) throws IOException {
        PrivateFiles.createFolder(parent);
        List<Path> left;
        try (Stream<Path> all = Files.list(parent)) {
            left = all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path folder : left) {
            delete(folder);
        }
    }

    Path path() {
        return folder;
    }

    void add(Attachment attachment, Path file) {
        files.put(attachment.blob(), file);
    }

    /** Whether a file of this content is here already: two attachments may be alike. */
    boolean has(Attachment attachment) {
        return files.containsKey(attachment.blob());
    }

    @Override
    public Path of(Attachment attachment) {
        Path file = files.get(attachment.blob());
        if (file == null) {
            throw new IllegalArgumentException("not an attachment of this task");
        }
        return file;
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a task's folder cannot be deleted", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
