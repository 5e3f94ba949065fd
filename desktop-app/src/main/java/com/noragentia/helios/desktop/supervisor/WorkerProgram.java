/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import com.noragentia.helios.worker.agent.WorkerReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker of this computer as a child process that is kept alive, and whose reports are passed on. Thread-safe. */
final class WorkerProgram implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProgram.class);

    /** It may need ten seconds to finish its tasks and five to interrupt them. */
    private static final Duration GRACE = Duration.ofSeconds(18);

    private static final int MAX_REPORT_BYTES = 64 * 1024;

    private final Consumer<NetworkEvent> listener;
    private final WatchedProgram program;

    WorkerProgram(DataFolder folder, ProgramStarter starter, Consumer<NetworkEvent> listener, Clock clock) {
        this.listener = listener;
        Path complaints = folder.logs().resolve("worker.err");
        ProgramCommand command = ProgramCommand.worker(starter.files(), folder.root());
        program = new WatchedProgram(
                "worker",
                () -> starter.startHumbly(command, complaints),
                this::heed,
                () -> listener.accept(new NetworkEvent.GivenUp(new OutputFile(complaints).lastWords())),
                clock,
                GRACE);
    }

    void begin() {
        program.begin();
    }

    WatchedProgram program() {
        return program;
    }

    private void heed(String line) {
        try {
            WorkerReport report = JsonCodec.decode(line, WorkerReport.class, MAX_REPORT_BYTES);
            if (report instanceof WorkerReport.Connected) {
                program.ready();
            }
            if (report instanceof WorkerReport.Policy policy && policy.isQuitting()) {
                program.leave();
            }
            listener.accept(new NetworkEvent.Worker(report));
        } catch (WireException e) {
            LOG.debug("the worker printed something that is no report");
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
