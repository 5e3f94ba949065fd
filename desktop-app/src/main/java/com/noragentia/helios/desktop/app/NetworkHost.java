/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.desktop.supervisor.LocalNetwork;
import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.desktop.supervisor.PortChoice;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A network that lives in this process's children, until it is closed or this process is asked to end. */
final class NetworkHost implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final LocalNetwork network;
    private final IdleWatch idle;
    private final CompletableFuture<URI> open = new CompletableFuture<>();
    private volatile @Nullable ProblemException hopeless;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread lastAct = new Thread(this::end, "end-network");

    private NetworkHost(Surroundings around, DeviceIdentity device, int port, Consumer<NetworkEvent> listener) {
        this.idle = new IdleWatch(around.clock());
        this.network = new LocalNetwork(
                around.folder(),
                device,
                around.starter(),
                port,
                event -> {
                    idle.heed(event);
                    if (event instanceof NetworkEvent.Open opened) {
                        open.complete(opened.address());
                    } else if (event instanceof NetworkEvent.GivenUp givenUp) {
                        giveUp(LastWords.of(givenUp.lastWords()));
                    }
                    listener.accept(event);
                },
                around.clock());
    }

    /**
     * Starts the network.
     *
     * @param wish the port to use, if the line names one
     * @throws ProblemException if this device belongs to the network of others, or the port is taken
     */
    static NetworkHost start(Surroundings around, Optional<Integer> wish, Consumer<NetworkEvent> listener)
            throws IOException {
        requireOwn(around);
        DeviceIdentity device = DeviceIdentity.of(around.folder(), new SecureRandom());
        NetworkHost host = new NetworkHost(around, device, port(around, wish), listener);
        Runtime.getRuntime().addShutdownHook(host.lastAct);
        host.network.begin();
        return host;
    }

    private static void requireOwn(Surroundings around) throws IOException {
        Optional<Membership> elsewhere = Membership.of(around.folder())
                .filter(membership -> !HttpClients.isLoopback(membership.orchestrator())
                        || !around.folder().hasOwnNetwork());
        if (elsewhere.isPresent()) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "joined elsewhere", Map.of("reason", "joined-elsewhere"));
        }
    }

    private static int port(Surroundings around, Optional<Integer> wish) {
        try {
            return PortChoice.choose(around.folder(), wish);
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "port taken", Map.of("reason", "port-taken"));
        }
    }

    /** The address, once questions may be asked. */
    CompletableFuture<URI> open() {
        return open;
    }

    /** Waits until the network is stopped from elsewhere; a problem if it never came up. */
    void await() throws InterruptedException {
        stopped.await();
        requireHope();
    }

    private void giveUp(ProblemException problem) {
        hopeless = problem;
        open.completeExceptionally(problem);
        stopped.countDown();
    }

    private void requireHope() {
        ProblemException problem = hopeless;
        if (problem != null) {
            throw problem;
        }
    }

    /** As {@link #open()}, and a problem if the network does not come up. */
    URI awaitOpen() {
        try {
            return open.join();
        } catch (CompletionException e) {
            requireHope();
            throw e;
        }
    }

    /** As {@link #await}, but also returns once nobody has asked anything for {@code longest}. */
    void awaitOrIdle(Duration longest) throws InterruptedException {
        while (idle.idle().compareTo(longest) < 0) {
            if (stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                requireHope();
                return;
            }
        }
    }

    private void end() {
        network.close();
        stopped.countDown();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(lastAct);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook waits for the same end.
        }
    }
}
