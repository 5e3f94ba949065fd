/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a child process is started: the Java and class path of this one, a small heap, no environment.
 *
 * @param java the java binary
 * @param classPath where the program and the parsers are
 * @param program its main class
 * @param rooms the folder in which each child gets a private one
 * @param archive a class-data archive that shortens the start, once it exists
 * @param confinement how the operating system holds it back
 * @param rehearses whether it warms up for its file; a waste where the file is there already
 */
record ChildCommand(
        Path java,
        String classPath,
        String program,
        Path rooms,
        Optional<Path> archive,
        Confinement confinement,
        boolean rehearses) {

    /** As free as this process. */
    static ChildCommand ofThisProcess(Path rooms, Optional<Path> archive) {
        String binary = File.separatorChar == '\\' ? "java.exe" : "java";
        return new ChildCommand(
                Path.of(System.getProperty("java.home"), "bin", binary),
                absolute(System.getProperty("java.class.path")),
                ExtractionProgram.class.getName(),
                rooms,
                archive,
                new Confinement.None(),
                true);
    }

    /** The same under the strongest confinement that this computer has. */
    ChildCommand confinedAsCanBe() {
        return confined(search().strongest().confinement());
    }

    /** As {@link #confinedAsCanBe()}, which is tried only where it is not known from before. */
    ChildCommand confinedAsCanBe(ConfinementNote note) {
        return confined(note.strongest(search()).confinement());
    }

    /** What confines children of this computer. */
    ConfinementSearch search() {
        List<Path> folders = ConfinementSearch.foldersOf(
                Optional.ofNullable(System.getenv("PATH")).orElse(""), File.pathSeparator);
        return new ConfinementSearch(
                folders,
                readable(),
                Kernel32Jobs.confinement(System.getProperty("os.name")),
                ConfinementProbe.of(this)::verdict);
    }

    ChildCommand confined(Confinement other) {
        return new ChildCommand(java, classPath, program, rooms, archive, other, rehearses);
    }

    /** For children that are started for a file that waits. */
    ChildCommand withoutRehearsal() {
        return new ChildCommand(java, classPath, program, rooms, archive, confinement, false);
    }

    ChildCommand running(Class<?> other) {
        return new ChildCommand(java, classPath, other.getName(), rooms, archive, confinement, rehearses);
    }

    /** The child works in another folder than this process. */
    static String absolute(String classPath) {
        return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A child that has {@code room}, an empty private folder, as its working and temporary folder. */
    ProcessBuilder in(Path room) {
        List<String> words = words(room);
        archive.filter(Files::exists).ifPresent(file -> words.add("-XX:SharedArchiveFile=" + file.toAbsolutePath()));
        words.add(program);
        if (!rehearses) {
            words.add(ExtractionProgram.AT_ONCE);
        }
        return process(confinement.around(words, room), room);
    }

    private List<Path> readable() {
        Path runtime = Path.of(System.getProperty("java.home"));
        return Stream.concat(new RuntimeFiles(runtime, classPath).paths().stream(), archive.stream())
                .map(Path::toAbsolutePath)
                .toList();
    }

    /** A child that reads nothing but its own rehearsal and leaves an archive of the classes that took. */
    ProcessBuilder archiving(Path room, Path file) {
        List<String> words = words(room);
        words.add("-XX:ArchiveClassesAtExit=" + file.toAbsolutePath());
        words.add(program);
        return process(words, room);
    }

    /** Another program of this installation, which opens a model; what it prints is for this process. */
    ProcessBuilder readingPages(String reader, Path room, Path models) {
        ProcessBuilder process = process(
                List.of(
                        java.toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+DisplayVMOutputToStderr",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + room.toAbsolutePath(),
                        "-cp",
                        classPath,
                        reader,
                        models.toAbsolutePath().toString()),
                room);
        // Read by ONNX Runtime before the first line of Java runs.
        process.environment().put("ORT_DISABLE_TELEMETRY", "1");
        return process;
    }

    private List<String> words(Path room) {
        return new ArrayList<>(List.of(
                java.toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // Its last words would otherwise pass for a record, and a file that filled the memory for a broken one.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:MaxDirectMemorySize=32m",
                // A class-data archive that no longer fits is passed over; standard output carries records only.
                "-Xshare:auto",
                // Otherwise each JVM leaves a file of figures outside its room.
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + room.toAbsolutePath(),
                // Parsers log what they stumble over, which may be a member's words: nobody listens.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                classPath));
    }

    private static ProcessBuilder process(List<String> words, Path room) {
        ProcessBuilder process =
                new ProcessBuilder(words).directory(room.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = process.environment();
        // Windows programs don't start without it.
        environment.keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
        return process;
    }
}
