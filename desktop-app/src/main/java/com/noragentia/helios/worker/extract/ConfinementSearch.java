/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the strongest confinement that this computer has and that works: a tool may be there and yet be forbidden, as bubblewrap is where the
 * administrator allows no user namespaces. So each is tried with a child that reads nothing, and the next is taken where that fails.
 *
 * @param folders where commands are looked for
 * @param readable what a child must be able to read, as {@link Bubblewrap} wants it
 * @param works whether a child starts under it
 */
record ConfinementSearch(List<Path> folders, List<Path> readable, Predicate<Confinement> works) {

    /** Where the shell would look; relative entries could mean any folder and are left out. */
    static List<Path> foldersOf(String path, String separator) {
        return Arrays.stream(path.split(Pattern.quote(separator)))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .toList();
    }

    Confinement strongest() {
        return candidates().stream().filter(works).findFirst().orElseGet(Confinement.None::new);
    }

    /** The tools that there are, whether they work or not. */
    List<Path> commands() {
        return Stream.of("bwrap", "prlimit")
                .flatMap(name -> command(name).stream())
                .toList();
    }

    /** What the tools that there are could do, the strongest first. */
    List<Confinement> candidates() {
        Optional<Confinement> bubblewrap = command("bwrap").map(binary -> new Bubblewrap(binary, readable));
        Optional<Path> prlimit = command("prlimit");
        List<Confinement> candidates = new ArrayList<>();
        prlimit.ifPresent(binary -> bubblewrap.ifPresent(inner -> candidates.add(new ProcessLimits(binary, inner))));
        bubblewrap.ifPresent(candidates::add);
        prlimit.ifPresent(binary -> candidates.add(new ProcessLimits(binary, new Confinement.None())));
        return candidates;
    }

    private Optional<Path> command(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
