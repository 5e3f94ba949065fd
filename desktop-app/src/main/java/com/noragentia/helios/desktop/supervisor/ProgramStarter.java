/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts programs of this installation as processes. Immutable. */
public final class ProgramStarter {

    private final ProgramFiles files;
    private final Map<String, String> environment;

    public ProgramStarter(ProgramFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = environment;
    }

    public ProgramFiles files() {
        return files;
    }

    /** Starts a program whose complaints (standard error) are appended to {@code complaints}. */
    public Process start(ProgramCommand command, Path complaints) throws IOException {
        return start(line(command, complaints), complaints);
    }

    /** As {@link #start}, behind everything else that wants the processor; in a session of its own, which it may put behind others. */
    public Process startHumbly(ProgramCommand command, Path complaints) throws IOException {
        List<String> line = new ArrayList<>();
        onPath("setsid").ifPresent(setsid -> line.add(setsid.toString()));
        onPath("nice").ifPresent(nice -> line.addAll(List.of(nice.toString(), "-n", "10")));
        line.addAll(line(command, complaints));
        return start(line, complaints);
    }

    private Process start(List<String> line, Path complaints) throws IOException {
        return builder(line)
                .redirectError(new OutputFile(complaints).forNewLife())
                .start();
    }

    /** Starts a program that lives on when this one ends, deaf to the terminal's Ctrl-C; everything it says goes to {@code output}. */
    public Process startDetached(ProgramCommand command, Path output) throws IOException {
        List<String> line = new ArrayList<>();
        onPath("setsid").ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(line(command, output));
        Process process = builder(line)
                .redirectErrorStream(true)
                .redirectOutput(new OutputFile(output).forNewLife())
                .start();
        process.getOutputStream().close();
        return process;
    }

    /** A native crash is told of beside whatever else the program says. */
    private List<String> line(ProgramCommand command, Path output) {
        return command.line(
                files.java(), files.cdsFolder(), output.toAbsolutePath().resolveSibling(""));
    }

    private ProcessBuilder builder(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().putAll(ChildEnvironment.of(environment));
        return builder;
    }

    private Optional<Path> onPath(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
