/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.desktop.network.DocumentsAsText;
import com.noragentia.helios.desktop.network.Login;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.OrchestratorClient;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.OwnNetwork;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.api.NetworkSummary.ModelAvailability;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Expert;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the network that a question goes to, and starts one on this computer where there is none. */
final class NetworkAccess {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration PATIENCE_WITH_MODELS = Duration.ofSeconds(60);

    private final Surroundings around;
    private final DataFolder folder;
    private final StatusLine status;

    NetworkAccess(Surroundings around, StatusLine status) {
        this.around = around;
        this.folder = around.folder();
        this.status = status;
    }

    /**
     * A client of the network to use.
     *
     * @param wish the address the line names, if it does
     * @param expert what a network that is started here must be ready for
     * @param model with this model, where one is named; several have commas between them
     */
    NetworkClient open(Optional<URI> wish, Expert expert, Optional<String> model)
            throws IOException, InterruptedException {
        Optional<URI> known = wish.or(this::known);
        return known.isPresent() ? client(known.get()) : started(expert, model);
    }

    /** The network there is already: that of others which this device joined, else the one of this computer, if it runs. */
    Optional<URI> known() {
        return joinedElsewhere(folder).or(this::runningHere);
    }

    /**
     * A client of a network that runs; none is started.
     *
     * @throws ProblemException UNAUTHENTICATED before this device joined one; NETWORK_UNREACHABLE, reason {@code not-running}, if it is one of
     *     this computer that does not run
     */
    NetworkClient joined(Optional<URI> wish) throws IOException {
        Membership membership = Membership.require(folder);
        return client(wish.or(this::known).orElseThrow(NetworkAccess::asleep), membership);
    }

    /** A network of this computer is not started by what only looks at it. */
    static ProblemException asleep() {
        return new ProblemException(
                ProblemCode.NETWORK_UNREACHABLE, "the network does not run", Map.of("reason", "not-running"));
    }

    Optional<URI> runningHere() {
        return RunningNetwork.of(folder).map(RunningNetwork::url);
    }

    /**
     * The network of others that this device belongs to.
     *
     * @throws ProblemException UNAUTHENTICATED if that cannot be told, as the note of it is damaged, and no network was begun here either
     */
    static Optional<URI> joinedElsewhere(DataFolder folder) {
        try {
            Optional<Membership> kept = folder.hasOwnNetwork() ? Membership.ifReadable(folder) : Membership.of(folder);
            return kept.filter(membership ->
                            !OwnNetwork.isOf(folder, membership, HttpClients.isLoopback(membership.orchestrator())))
                    .map(Membership::orchestrator);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A client in the name of this device. */
    NetworkClient client(URI address) throws IOException {
        return client(address, Membership.require(folder));
    }

    private NetworkClient client(URI address, Membership membership) throws IOException {
        SecureRandom random = new SecureRandom();
        DeviceIdentity device = DeviceIdentity.of(folder, random);
        OrchestratorClient network = new OrchestratorClient(
                address, Login.of(membership, device), folder.file("token.json"), around.clock(), random);
        return new DocumentsAsText(network, folder.tmp(), folder.cache(), folder.models());
    }

    private NetworkClient started(Expert expert, Optional<String> model) throws IOException, InterruptedException {
        status.tell(around.phrases().say("start.network"));
        RunningNetwork network = new BackgroundNetwork(folder, around.starter()).start();
        NetworkClient client = client(network.url());
        status.tell(around.phrases().say("start.models"));
        // A question could be sent at once and would wait in the queue; but its waiting time would then tell of the
        // start.
        boolean settled =
                Polling.until(() -> isReady(client, expert, model) || hasGivenUp(), GLANCE, PATIENCE_WITH_MODELS);
        if (hasGivenUp()) {
            client.close();
            throw LastWords.of(BackgroundNetwork.output(folder).lastWords());
        }
        if (!settled) {
            status.tell(around.phrases().say("start.slow"));
        }
        return client;
    }

    private boolean hasGivenUp() {
        return runningHere().isEmpty();
    }

    private static boolean isReady(NetworkClient client, Expert expert, Optional<String> names) {
        try {
            List<ModelAvailability> models = client.summary().models();
            return names.map(some -> Stream.of(some.split(",", -1)).allMatch(name -> isReady(models, name.strip())))
                    .orElseGet(() -> models.stream().anyMatch(model -> model.expert() == expert && hasWorker(model)));
        } catch (ProblemException e) {
            return false; // it may be on its way up still
        }
    }

    /** A model that is not on offer is not waited for. */
    private static boolean isReady(List<ModelAvailability> models, String name) {
        List<ModelAvailability> fitting =
                models.stream().filter(model -> model.model().equals(name)).toList();
        return fitting.isEmpty() || fitting.stream().anyMatch(NetworkAccess::hasWorker);
    }

    private static boolean hasWorker(ModelAvailability model) {
        return model.workersReady() > 0;
    }
}
