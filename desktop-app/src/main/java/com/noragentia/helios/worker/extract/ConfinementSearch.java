/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the strongest confinement that this computer has and that works: a tool may be there and yet be forbidden, as bubblewrap is where the
 * administrator allows no user namespaces. So each is tried with a child that reads nothing, and the next is taken where the tool clearly refuses.
 *
 * @param folders where commands are looked for
 * @param readable what a child must be able to read, as {@link Bubblewrap} wants it
 * @param builtIn what the system itself has, where it is not started as a tool
 * @param probe whether a child starts under it
 */
record ConfinementSearch(
        List<Path> folders,
        List<Path> readable,
        Optional<Confinement> builtIn,
        Function<Confinement, ProbeVerdict> probe) {

    private static final Logger LOG = LoggerFactory.getLogger(ConfinementSearch.class);

    /** By tools alone. */
    ConfinementSearch(List<Path> folders, List<Path> readable, Function<Confinement, ProbeVerdict> probe) {
        this(folders, readable, Optional.empty(), probe);
    }

    /** Where the shell would look; relative entries could mean any folder and are left out. */
    static List<Path> foldersOf(String path, String separator) {
        return Arrays.stream(path.split(Pattern.quote(separator)))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .toList();
    }

    /** The strongest that does not clearly refuse. What may work is taken too: where it does not, files are not read, rather than read without it. */
    ConfinementFound strongest() {
        for (Confinement candidate : candidates()) {
            switch (probe.apply(candidate)) {
                case WORKS -> {
                    return new ConfinementFound(candidate, true);
                }
                case UNCLEAR -> {
                    LOG.warn("whether files can be read under {} could not be found out", candidate.tools());
                    return new ConfinementFound(candidate, false);
                }
                case REFUSED ->
                    LOG.warn("{} are installed, but do not work here: files are read without", candidate.tools());
            }
        }
        return new ConfinementFound(new Confinement.None(), true);
    }

    /** The names of installed tools that {@code confinement} does without. */
    List<String> without(Confinement confinement) {
        return candidates().stream()
                .flatMap(candidate -> candidate.tools().stream())
                .distinct()
                .filter(tool -> !confinement.tools().contains(tool))
                .toList();
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
        List<Confinement> candidates = new ArrayList<>(builtIn.stream().toList());
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
