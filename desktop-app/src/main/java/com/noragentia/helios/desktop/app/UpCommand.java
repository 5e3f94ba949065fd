/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.installation.FolderLock;
import com.noragentia.helios.installation.LogFile;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.worker.policy.PolicyFiles;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code helios up}: a network on this computer, or a worker for the one it joined; with the window where there is a display. */
@Command(name = "up", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    /** A network that a command started in passing must not stay for ever. */
    private static final Duration LONGEST_IDLE_IN_BACKGROUND = Duration.ofMinutes(60);

    private final HeliosMain main;
    private final Optional<WindowLauncher> window;

    @Option(names = "--no-window")
    private boolean noWindow;

    @Option(names = "--background")
    private boolean background;

    @Option(names = "--detached", hidden = true)
    private boolean detached;

    @Option(names = "--port", paramLabel = "PORT", converter = NumberRange.Port.class)
    private @Nullable Integer port;

    UpCommand(HeliosMain main, Optional<WindowLauncher> window) {
        this.main = main;
        this.window = window;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Surroundings around = main.surroundings();
        around.folder().create();
        Optional<RunningNetwork> running = RunningNetwork.of(around.folder());
        if (running.isPresent()) {
            requireMeant(running.get().url(), NetworkAccess.joinedElsewhere(around.folder()));
            around.say("up.already", running.get().url().toString());
            if (mayOpenWindow() && !background) {
                openWindow(around, running.get().url(), new WorkerWatch());
            }
            return ExitCode.OK.number();
        }
        if (background) {
            RunningNetwork started =
                    new BackgroundNetwork(around.folder(), around.starter()).start(Optional.ofNullable(port));
            around.say("up.background", started.url().toString());
            return ExitCode.OK.number();
        }
        Optional<FolderLock> lock = FolderLock.take(around.folder(), "supervisor");
        if (lock.isEmpty()) {
            around.say("up.starting-elsewhere");
            return ExitCode.OK.number();
        }
        try {
            host(around);
        } finally {
            lock.get().close();
        }
        return ExitCode.OK.number();
    }

    /** What runs may be the network of this computer, and what was joined since another. */
    private static void requireMeant(URI running, Optional<URI> joined) {
        if (joined.filter(address -> !address.equals(running)).isPresent()) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "the own network runs still", Map.of("reason", "own-network-runs"));
        }
    }

    private void host(Surroundings around) throws IOException, InterruptedException {
        LogFile.open(around.folder(), "supervisor");
        Optional<URI> others = NetworkAccess.joinedElsewhere(around.folder());
        if (others.isPresent()) {
            around.say("up.joining", others.get().toString());
        } else {
            around.say("up.starting");
        }
        WorkerWatch worker = new WorkerWatch(new KeptWishes(new PolicyFiles(around.folder())));
        Consumer<NetworkEvent> news = worker.andThen(new NetworkNews(around));
        try (NetworkHost host = NetworkHost.start(around, Optional.ofNullable(port), news)) {
            if (detached) {
                host.awaitOrIdle(LONGEST_IDLE_IN_BACKGROUND);
            } else if (mayOpenWindow()) {
                openWindow(around, host.awaitOpen(), worker);
            } else {
                host.await();
            }
        }
    }

    private boolean mayOpenWindow() {
        return !noWindow && window.isPresent() && Display.isPresent(System.getenv());
    }

    private void openWindow(Surroundings around, URI address, WorkerWatch worker) throws IOException {
        try (NetworkClient client = new NetworkAccess(around, new StatusLine(around.terminal())).client(address)) {
            window.orElseThrow()
                    .open(client, worker, around.language(), around.folder().root());
        }
    }
}
