/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.RunningNetwork;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code helios down}: ends the network of this computer, in good order. */
@Command(name = "down", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HeliosMain main;

    DownCommand(HeliosMain main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InterruptedException {
        Surroundings around = main.surroundings();
        Optional<ProcessHandle> supervisor = RunningNetwork.of(around.folder()).flatMap(RunningNetwork::process);
        if (supervisor.isEmpty()) {
            around.say("down.none");
            return ExitCode.OK.number();
        }
        supervisor.get().destroy();
        if (!Polling.until(() -> !supervisor.get().isAlive(), GLANCE, PATIENCE)) {
            supervisor.get().destroyForcibly(); // its children notice and end by themselves
        }
        around.say("down.done");
        return ExitCode.OK.number();
    }
}
