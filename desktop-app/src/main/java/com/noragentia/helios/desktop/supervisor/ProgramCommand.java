/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a Java program of this installation is started.
 *
 * @param name also the name of its class-data archive
 * @param heap the largest heap, as {@code -Xmx} takes it
 * @param jvmOptions further options of the Java machine
 * @param program {@code -jar FILE} or {@code -cp PATH CLASS}, then the program's arguments
 */
public record ProgramCommand(String name, String heap, List<String> jvmOptions, List<String> program) {

    private static final List<String> QUIET_LIBRARIES =
            List.of("-DOPT_OUT_TRACKING=true", "-Dai.djl.offline=true", "-Dai.djl.default_engine=OnnxRuntime");
    private static final String WORKER_CLASS = "com.noragentia.helios.worker.agent.WorkerMain";
    private static final String DESKTOP_CLASS = "com.noragentia.helios.desktop.app.HeliosMain";

    /** The orchestrator, which ends when this process does. */
    public static ProgramCommand orchestrator(ProgramFiles files, Path data, int port) {
        return new ProgramCommand(
                "server",
                "256m",
                List.of("--enable-native-access=ALL-UNNAMED"),
                List.of(
                        "-jar",
                        files.requireServerJar().toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--exit-with-parent"));
    }

    /** The orchestrator's program, asked for a new enrolment code. */
    static ProgramCommand enrolmentCode(ProgramFiles files, Path data) {
        return new ProgramCommand(
                "server-code",
                "128m",
                List.of("--enable-native-access=ALL-UNNAMED"),
                List.of("-jar", files.requireServerJar().toString(), "code", "--data", data.toString()));
    }

    /** The worker, which ends when this process does. */
    public static ProgramCommand worker(ProgramFiles files, Path data) {
        List<String> options = new ArrayList<>(QUIET_LIBRARIES);
        options.add("--enable-native-access=ALL-UNNAMED");
        // Keys and values of language models lie outside the heap; what they take is limited by the worker's own
        // budget.
        options.add("-XX:MaxDirectMemorySize=64g");
        return new ProgramCommand(
                "worker",
                "1g",
                options,
                List.of(
                        "-cp",
                        files.desktopClassPath(),
                        WORKER_CLASS,
                        "run",
                        "--data",
                        data.toString(),
                        "--exit-with-parent"));
    }

    /** The supervisor itself, in a process of its own that outlives the command which starts it. */
    public static ProgramCommand background(ProgramFiles files, Path data, Optional<Integer> port) {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
        files.serverJar().ifPresent(jar -> options.add("-D" + ProgramFiles.SERVER_JAR + "=" + jar));
        options.add("-D" + ProgramFiles.DESKTOP_JAR + "=" + files.desktopClassPath());
        files.cdsFolder().ifPresent(folder -> options.add("-D" + ProgramFiles.CDS_FOLDER + "=" + folder));
        List<String> program = new ArrayList<>(
                List.of("-cp", files.desktopClassPath(), DESKTOP_CLASS, "up", "--detached", "--data", data.toString()));
        port.ifPresent(wanted -> program.addAll(List.of("--port", wanted.toString())));
        return new ProgramCommand("supervisor", "64m", options, program);
    }

    /**
     * The whole command line.
     *
     * @param logs where the Java machine writes of a native crash
     */
    public List<String> line(Path java, Optional<Path> cdsFolder, Path logs) {
        List<String> line = new ArrayList<>(List.of(
                java.toString(), "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:ErrorFile=" + logs.resolve("hs_err_%p.log")));
        cdsFolder.ifPresent(folder -> {
            line.add("-XX:SharedArchiveFile=" + folder.resolve(name + ".jsa"));
            line.add("-XX:+AutoCreateSharedArchive");
            line.add("-Xlog:cds=off");
            line.add("-Xlog:cds+dynamic=off");
        });
        line.addAll(jvmOptions);
        line.addAll(program);
        return line;
    }
}
