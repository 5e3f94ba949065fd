/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole network on this computer: an orchestrator and a worker, each a child process that is kept alive, and the announcement by which
 * other commands find them. Thread-safe.
 */
public final class LocalNetwork implements SupervisedNetwork {

    private static final Logger LOG = LoggerFactory.getLogger(LocalNetwork.class);

    private static final Duration ORCHESTRATOR_GRACE = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final Consumer<NetworkEvent> listener;
    private final LocalEnrolment enrolment;
    private final WatchedProgram orchestrator;
    private final WorkerProgram worker;
    private final Ports ports;
    private int port;
    private boolean open;
    private boolean closed;
    private @Nullable Announcement announcement;

    /**
     * Nothing starts before {@link #begin}.
     *
     * @param ports asked for the orchestrator's before each start until one succeeds; that one's serves all its lives
     * @param listener hears what happens, on threads of this class
     */
    public LocalNetwork(
            DataFolder folder,
            DeviceIdentity device,
            ProgramStarter starter,
            Ports ports,
            Consumer<NetworkEvent> listener,
            Clock clock) {
        this.folder = folder;
        this.listener = listener;
        this.enrolment = new LocalEnrolment(folder, device, starter);
        this.ports = ports;
        this.orchestrator = new WatchedProgram(
                "orchestrator",
                () -> starter.start(
                        ProgramCommand.orchestrator(starter.files(), folder.orchestrator(), port()), complaints()),
                this::heedOrchestrator,
                this::giveUp,
                clock,
                ORCHESTRATOR_GRACE);
        this.worker = new WorkerProgram(folder, starter, listener, clock);
    }

    /** Another program may take a port between the choice and the start. On the thread that opens the network, too. */
    private int port() throws IOException {
        if (!open) {
            port = ports.choose();
        }
        return port;
    }

    private Path complaints() {
        return folder.logs().resolve("orchestrator.err");
    }

    /** Where the port of the orchestrator comes from. */
    public interface Ports {

        /** @throws IOException if there is none to be had */
        int choose() throws IOException;
    }

    @Override
    public void begin() {
        orchestrator.begin();
    }

    /** The orchestrator's process and the worker's, for tests and the curious. */
    public WatchedProgram orchestrator() {
        return orchestrator;
    }

    public WatchedProgram worker() {
        return worker.program();
    }

    private void heedOrchestrator(String line) {
        ReadyLine.address(line).ifPresent(address -> {
            orchestrator.ready();
            listener.accept(new NetworkEvent.OrchestratorReady(address));
            openOnce(address);
        });
    }

    /** After a restart of the orchestrator everything else is as it was; only the first start has more to do. */
    private synchronized void openOnce(URI address) {
        if (open || closed) {
            return;
        }
        try {
            enrolment.ensure(address);
            announcement = Announcement.of(folder, address);
            worker.begin();
            open = true;
            listener.accept(new NetworkEvent.Open(address));
        } catch (ProblemException | IOException e) {
            LOG.warn("the network cannot be opened", e);
            listener.accept(new NetworkEvent.Trouble(String.valueOf(e.getMessage())));
            orchestrator.restart();
        }
    }

    private void giveUp() {
        listener.accept(new NetworkEvent.GivenUp(new OutputFile(complaints()).lastWords()));
    }

    /** Takes the announcement back, then ends the worker, then the orchestrator, which so hears of every finished task. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        LOG.info("the network ends");
        if (announcement != null) {
            announcement.close();
        }
        worker.close();
        orchestrator.close();
    }
}
