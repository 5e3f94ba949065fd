/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Private folders for what should not outlive this process. Their names tell whose they are ({@code <kind>-<process number>-…}), so that
 * the next process can remove what one that was killed left behind. Thread-safe.
 *
 * @param parent where they lie, such as {@link DataFolder#tmp()}
 * @param kind what they are for
 */
public record PassingFolders(Path parent, String kind) {

    /** A new, empty folder of mode 0700. */
    public Path create() throws IOException {
        PrivateFiles.createFolder(parent);
        return Files.createTempDirectory(
                parent, kind + "-" + ProcessHandle.current().pid() + "-");
    }

    /** Removes the folders of processes that live no longer. */
    public void sweep() throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(kind) + "-([0-9]{1,18})-.*");
        List<Path> all;
        try (Stream<Path> there = Files.list(parent)) {
            all = there.toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path folder : all) {
            Matcher owner = name.matcher(folder.getFileName().toString());
            if (owner.matches() && !isAlive(Long.parseLong(owner.group(1)))) {
                delete(folder);
            }
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> content = Files.walk(folder)) {
            deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
