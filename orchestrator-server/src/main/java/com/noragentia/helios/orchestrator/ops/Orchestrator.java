/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running orchestrator. */
public final class Orchestrator implements AutoCloseable {

    /** Stopping takes no longer. */
    static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Orchestrator.class);

    private final OrchestratorWiring wiring;
    private final Javalin http;
    private final ScheduledExecutorService timer;
    private final FileChannel claim;
    private final URI address;

    private Orchestrator(
            OrchestratorWiring wiring, Javalin http, ScheduledExecutorService timer, FileChannel claim, URI address) {
        this.wiring = wiring;
        this.http = http;
        this.timer = timer;
        this.claim = claim;
        this.address = address;
    }

    /**
     * Starts one; it accepts requests when this returns.
     *
     * @throws IOException if the data folder cannot be used or another orchestrator runs on it
     */
    public static Orchestrator start(Configuration configuration, Clock clock) throws IOException {
        DataFolder folder = new DataFolder(configuration.data());
        FileChannel claim = folder.claim();
        ScheduledExecutorService timer = Timers.start();
        try {
            OrchestratorWiring wiring = OrchestratorWiring.open(configuration, folder, clock, timer);
            try {
                Javalin http = HttpDoor.open(wiring.routes(), wiring.connections(), configuration);
                URI address = URI.create(scheme(configuration) + bracketed(configuration.host()) + ":" + http.port());
                LOG.info("accepting at {} with {}", address, configuration);
                return new Orchestrator(wiring, http, timer, claim, address);
            } catch (IOException | RuntimeException e) {
                wiring.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            timer.shutdownNow();
            claim.close();
            throw e;
        }
    }

    private static String scheme(Configuration configuration) {
        return configuration.tls().isPresent() ? "https://" : "http://";
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    public URI address() {
        return address;
    }

    /** Refuses new work, tells the workers, finishes what is being written, and lets go; within {@link #STOP_LIMIT}. */
    @Override
    public void close() {
        Thread stopping = Thread.ofPlatform().name("stop").daemon().start(this::stop);
        try {
            if (!stopping.join(STOP_LIMIT)) {
                LOG.warn("stopping took too long; what was accepted is on disk all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        wiring.beginStop();
        HttpDoor.close(http);
        timer.shutdownNow();
        wiring.close();
        try {
            claim.close();
        } catch (IOException e) {
            LOG.warn("the claim on the data folder was not given back", e);
        }
        LOG.info("stopped");
    }
}
