/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.supervisor.OutputFile;
import com.noragentia.helios.desktop.supervisor.ProgramCommand;
import com.noragentia.helios.desktop.supervisor.ProgramStarter;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A network on this computer that outlives the command which starts it. */
final class BackgroundNetwork {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final ProgramStarter starter;

    BackgroundNetwork(DataFolder folder, ProgramStarter starter) {
        this.folder = folder;
        this.starter = starter;
    }

    /**
     * Starts the network and waits until it accepts questions.
     *
     * @throws ProblemException NETWORK_UNREACHABLE if it does not come up
     */
    RunningNetwork start() throws IOException, InterruptedException {
        return start(Optional.empty());
    }

    /** As {@link #start()}, on a port that was asked for. */
    RunningNetwork start(Optional<Integer> port) throws IOException, InterruptedException {
        starter.files().requireServerJar();
        PrivateFiles.createFolder(folder.logs());
        Path output = output(folder).file();
        Process process =
                starter.startDetached(ProgramCommand.background(starter.files(), folder.root(), port), output);
        // A supervisor that finds another at work ends with 0, and that other one will announce itself.
        Polling.until(() -> RunningNetwork.of(folder).isPresent() || hasFailed(process), GLANCE, PATIENCE);
        Optional<RunningNetwork> running = RunningNetwork.of(folder);
        if (running.isEmpty()) {
            boolean failed = hasFailed(process);
            process.destroy(); // it would go on trying for an hour
            throw LastWords.of(failed ? output(folder).lastWords() : "");
        }
        return running.get();
    }

    /** What the network's own process says. */
    static OutputFile output(DataFolder folder) {
        return new OutputFile(folder.logs().resolve("network.log"));
    }

    private static boolean hasFailed(Process process) {
        return !process.isAlive() && process.exitValue() != ExitCode.OK.number();
    }
}
