/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.supervisor.JoinedNetwork;
import com.noragentia.helios.desktop.supervisor.LocalNetwork;
import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.desktop.supervisor.PortChoice;
import com.noragentia.helios.desktop.supervisor.SupervisedNetwork;
import com.noragentia.helios.installation.DeviceIdentity;
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

/**
 * A network that lives in this process's children, or a worker for the network of others, until it is closed or this process is asked to
 * end.
 */
final class NetworkHost implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final SupervisedNetwork network;
    private final IdleWatch idle;
    private final CompletableFuture<URI> open = new CompletableFuture<>();
    private volatile @Nullable ProblemException hopeless;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread lastAct = new Thread(this::end, "end-network");

    private NetworkHost(Surroundings around, Consumer<NetworkEvent> listener, Kind kind) throws IOException {
        this.idle = new IdleWatch(around.clock());
        this.network = kind.supervised(event -> {
            idle.heed(event);
            if (event instanceof NetworkEvent.Open opened) {
                open.complete(opened.address());
            } else if (event instanceof NetworkEvent.GivenUp givenUp) {
                giveUp(LastWords.of(givenUp.lastWords()));
            }
            listener.accept(event);
        });
        Runtime.getRuntime().addShutdownHook(lastAct);
        network.begin();
    }

    /** What is supervised here. */
    private interface Kind {

        SupervisedNetwork supervised(Consumer<NetworkEvent> listener) throws IOException;
    }

    /**
     * Starts a network of this computer's own, or, where it joined one of others, a worker for that.
     *
     * @param wish the port to use, if the line names one
     * @throws ProblemException if the port is taken, or there is none to choose because the network is that of others
     */
    static NetworkHost start(Surroundings around, Optional<Integer> wish, Consumer<NetworkEvent> listener)
            throws IOException {
        Optional<URI> others = NetworkAccess.joinedElsewhere(around.folder());
        if (others.isPresent() && wish.isPresent()) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "joined elsewhere", Map.of("reason", "joined-elsewhere"));
        }
        return new NetworkHost(around, listener, others.isPresent() ? joined(around, others.get()) : own(around, wish));
    }

    private static Kind joined(Surroundings around, URI address) {
        return heard -> new JoinedNetwork(around.folder(), address, around.starter(), heard, around.clock());
    }

    private static Kind own(Surroundings around, Optional<Integer> wish) {
        requirePort(around, wish);
        return heard -> new LocalNetwork(
                around.folder(),
                DeviceIdentity.of(around.folder(), new SecureRandom()),
                around.starter(),
                () -> PortChoice.choose(around.folder(), wish),
                heard,
                around.clock());
    }

    private static void requirePort(Surroundings around, Optional<Integer> wish) {
        try {
            PortChoice.choose(around.folder(), wish);
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
