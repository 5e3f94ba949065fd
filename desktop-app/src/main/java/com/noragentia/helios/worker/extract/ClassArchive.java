/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A class-data archive (AppCDS) for children. A child of its own makes it, one that never sees a foreign file, so that no file can leave
 * anything in it; the JVM passes over an archive that does not fit its class path. Needs Java 19; elsewhere children just start slower.
 *
 * @param file where it is, or will be; its name changes with the Java and with every jar
 */
record ClassArchive(Path file) {

    private static final long MAKING_SECONDS = 60;

    static ClassArchive in(Path folder) {
        return new ClassArchive(
                folder.resolve("extract-" + Integer.toHexString(ThisBuild.mark().hashCode()) + ".jsa"));
    }

    /** Makes it on another thread unless it is there. */
    void makeAside(Path rooms) {
        if (!Files.exists(file)) {
            Thread.ofVirtual().name("extraction-archive").start(() -> make(rooms));
        }
    }

    /** Makes it; where that fails there is none, which costs time and nothing else. */
    void make(Path rooms) {
        make(ChildCommand.ofThisProcess(rooms, Optional.empty()));
    }

    void make(ChildCommand command) {
        try (Room room = Room.in(command.rooms())) {
            Path unfinished = room.folder().resolve("classes.jsa");
            Process child = command.archiving(room.folder(), unfinished)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            child.getOutputStream().write("\n".getBytes(StandardCharsets.UTF_8));
            child.getOutputStream().close();
            boolean ended = child.waitFor(MAKING_SECONDS, TimeUnit.SECONDS);
            child.destroyForcibly().waitFor();
            if (ended && Files.exists(unfinished)) {
                Files.createDirectories(file.getParent());
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // No archive: children start without one.
            return;
        }
    }
}
