/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.installation.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker for the network of others that this computer joined, kept alive and announced to other commands. Thread-safe. */
public final class JoinedNetwork implements SupervisedNetwork {

    private static final Logger LOG = LoggerFactory.getLogger(JoinedNetwork.class);

    private final DataFolder folder;
    private final URI address;
    private final Consumer<NetworkEvent> listener;
    private final WorkerProgram worker;
    private @Nullable Announcement announcement;
    private boolean closed;

    /**
     * Nothing starts before {@link #begin}.
     *
     * @param address of its orchestrator
     * @param listener hears what happens, on threads of this class
     */
    public JoinedNetwork(
            DataFolder folder, URI address, ProgramStarter starter, Consumer<NetworkEvent> listener, Clock clock) {
        this.folder = folder;
        this.address = address;
        this.listener = listener;
        this.worker = new WorkerProgram(folder, starter, listener, clock);
    }

    @Override
    public synchronized void begin() {
        if (closed) {
            return;
        }
        try {
            announcement = Announcement.of(folder, address);
        } catch (IOException e) {
            LOG.warn("other commands will not find this one", e);
            listener.accept(new NetworkEvent.Trouble(String.valueOf(e.getMessage())));
        }
        worker.begin();
        listener.accept(new NetworkEvent.Open(address));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (announcement != null) {
            announcement.close();
        }
        worker.close();
    }
}
