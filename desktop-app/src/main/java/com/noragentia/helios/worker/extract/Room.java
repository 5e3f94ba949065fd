/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.installation.PassingFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private folder of one child; nothing of it is left after {@link #close}. */
record Room(Path folder) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final String KIND = "extract";

    /** Removes the rooms of programs that were killed, their files with them. */
    static void sweep(Path rooms) {
        try {
            new PassingFolders(rooms, KIND).sweep();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("rooms of a former life stay behind: {}", e.getClass().getSimpleName());
        }
    }

    static Room in(Path rooms) {
        try {
            return new Room(new PassingFolders(rooms, KIND).create());
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    /** The room that this process, a child, works in. */
    static Room ofThisProcess() {
        return new Room(Path.of("").toAbsolutePath());
    }

    /** As {@link #close}, for a child whose parent may be clearing up at the same moment. */
    void clear() {
        try {
            close();
        } catch (UncheckedIOException e) {
            // The parent was faster, or will follow.
            return;
        }
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder can't be deleted", e);
        }
    }
}
