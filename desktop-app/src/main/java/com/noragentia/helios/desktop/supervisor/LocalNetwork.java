/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import com.noragentia.helios.worker.agent.WorkerReport;
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
public final class LocalNetwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalNetwork.class);

    /** The worker may need ten seconds to finish its tasks and five to interrupt them; the orchestrator then has little left to do. */
    private static final Duration WORKER_GRACE = Duration.ofSeconds(18);

    private static final Duration ORCHESTRATOR_GRACE = Duration.ofSeconds(10);
    private static final int MAX_REPORT_BYTES = 64 * 1024;

    private final DataFolder folder;
    private final Consumer<NetworkEvent> listener;
    private final LocalEnrolment enrolment;
    private final WatchedProgram orchestrator;
    private final WatchedProgram worker;
    private boolean open;
    private boolean closed;
    private @Nullable RunningNetwork announced;

    /**
     * Nothing starts before {@link #begin}.
     *
     * @param port of the orchestrator, the same over all its lives
     * @param listener hears what happens, on threads of this class
     */
    public LocalNetwork(
            DataFolder folder,
            DeviceIdentity device,
            ProgramStarter starter,
            int port,
            Consumer<NetworkEvent> listener,
            Clock clock) {
        this.folder = folder;
        this.listener = listener;
        this.enrolment = new LocalEnrolment(folder, device, starter);
        ProgramCommand serverCommand = ProgramCommand.orchestrator(starter.files(), folder.orchestrator(), port);
        ProgramCommand workerCommand = ProgramCommand.worker(starter.files(), folder.root());
        this.orchestrator = new WatchedProgram(
                "orchestrator",
                () -> starter.start(serverCommand, complaints("orchestrator")),
                this::heedOrchestrator,
                () -> giveUp("orchestrator"),
                clock,
                ORCHESTRATOR_GRACE);
        this.worker = new WatchedProgram(
                "worker",
                () -> starter.startHumbly(workerCommand, complaints("worker")),
                this::heedWorker,
                () -> giveUp("worker"),
                clock,
                WORKER_GRACE);
    }

    private Path complaints(String program) {
        return folder.logs().resolve(program + ".err");
    }

    public LocalNetwork begin() {
        orchestrator.begin();
        return this;
    }

    /** The orchestrator's process and the worker's, for tests and the curious. */
    public WatchedProgram orchestrator() {
        return orchestrator;
    }

    public WatchedProgram worker() {
        return worker;
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
            RunningNetwork network = RunningNetwork.supervisedHere(address);
            network.announce(folder);
            announced = network;
            worker.begin();
            open = true;
            listener.accept(new NetworkEvent.Open(address));
        } catch (ProblemException | IOException e) {
            LOG.warn("the network cannot be opened", e);
            listener.accept(new NetworkEvent.Trouble(String.valueOf(e.getMessage())));
            orchestrator.restart();
        }
    }

    private void giveUp(String program) {
        listener.accept(new NetworkEvent.GivenUp(new OutputFile(complaints(program)).lastWords()));
    }

    private void heedWorker(String line) {
        try {
            WorkerReport report = JsonCodec.decode(line, WorkerReport.class, MAX_REPORT_BYTES);
            if (report instanceof WorkerReport.Connected) {
                worker.ready();
            }
            listener.accept(new NetworkEvent.Worker(report));
        } catch (WireException e) {
            LOG.debug("the worker printed something that is no report");
        }
    }

    /** Takes the announcement back, then ends the worker, then the orchestrator, which so hears of every finished task. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        LOG.info("the network ends");
        withdraw();
        worker.close();
        orchestrator.close();
    }

    private void withdraw() {
        if (announced != null) {
            try {
                announced.withdraw(folder);
            } catch (IOException e) {
                LOG.warn("the announcement stays behind, but its process number will give it away", e);
            }
        }
    }
}
