/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a child's Java reads of this computer to run at all: the runtime, and everything on the class path. Immutable. */
record RuntimeFiles(Path runtime, String classPath) {

    /** Absolute, each once. */
    List<Path> paths() {
        Set<Path> paths = new LinkedHashSet<>();
        paths.add(runtime);
        paths.addAll(settingsElsewhere());
        Deque<Path> rest = new ArrayDeque<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            rest.add(Path.of(entry).toAbsolutePath());
        }
        while (!rest.isEmpty()) {
            Path entry = rest.remove();
            if (paths.add(entry)) {
                rest.addAll(namedIn(entry));
            }
        }
        return List.copyOf(paths);
    }

    /** Distributions keep a runtime's settings below /etc and put links in their place. */
    private List<Path> settingsElsewhere() {
        Path home = runtime.toAbsolutePath();
        return Stream.of(home.resolve("conf"), home.resolve("lib"))
                .filter(Files::isDirectory)
                .flatMap(RuntimeFiles::linksIn)
                .filter(target -> !target.startsWith(home))
                .toList();
    }

    private static Stream<Path> linksIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isSymbolicLink).flatMap(link -> target(link).stream()).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Path> target(Path link) {
        try {
            return Optional.of(link.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A jar may name others, by paths from where it lies itself, and they yet others. */
    private static List<Path> namedIn(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return List.of();
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            String named = jar.getManifest() == null
                    ? null
                    : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null
                    ? List.of()
                    : Arrays.stream(named.strip().split(" +"))
                            .map(name -> entry.resolveSibling(name).normalize())
                            .filter(Files::isRegularFile)
                            .toList();
        } catch (IOException | IllegalArgumentException e) {
            // Not a jar: Java passes over it as well.
            return List.of();
        }
    }
}
