/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Linux in which there is nothing but the child: its room, to read and write; the runtime, the program and the system's libraries, to read.
 * No network, no other process, no device but the harmless ones, no privilege. The child dies with the thread that started it.
 *
 * @param bwrap the binary of bubblewrap, <a href="https://github.com/containers/bubblewrap">github.com/containers/bubblewrap</a>
 * @param readable absolute paths of what the child reads, beyond its room and the system's libraries
 */
record Bubblewrap(Path bwrap, List<Path> readable) implements Confinement {

    static final String NAME = "bubblewrap";

    /** Where Linux keeps its libraries and the list of them. */
    private static final List<String> SYSTEM =
            List.of("/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache");

    @Override
    public List<String> around(List<String> child, Path room) {
        List<String> words = new ArrayList<>(
                List.of(bwrap.toString(), "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        SYSTEM.forEach(path -> words.addAll(List.of("--ro-bind-try", path, path)));
        readable.forEach(path -> words.addAll(List.of("--ro-bind-try", path.toString(), path.toString())));
        String own = room.toAbsolutePath().toString();
        words.addAll(List.of("--bind", own, own, "--chdir", own));
        // What is left to write to would be memory: folders that only lead to the others.
        words.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--"));
        words.addAll(child);
        return words;
    }

    @Override
    public List<String> tools() {
        return List.of(NAME);
    }
}
