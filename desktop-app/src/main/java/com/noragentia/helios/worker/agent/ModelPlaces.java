/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.connection.DeviceProof;
import com.noragentia.helios.connection.DeviceToken;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.model.HubSource;
import com.noragentia.helios.worker.model.MirrorSource;
import com.noragentia.helios.worker.model.ModelSource;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Every place from which a device gets model files. The connections it holds open end with {@link #close}. */
final class ModelPlaces implements AutoCloseable {

    private final OkHttpClient hub;
    private final OkHttpClient network;
    private final OrchestratorCalls calls;
    private final List<ModelSource> sources;

    ModelPlaces(Membership membership, DeviceKey key) {
        URI address = Optional.ofNullable(System.getenv(HubSource.VARIABLE))
                .filter(value -> !value.isBlank())
                .map(URI::create)
                .orElse(HubSource.USUAL);
        this.hub = HttpClients.of(address);
        this.network = HttpClients.of(membership.orchestrator());
        this.calls = new OrchestratorCalls(network, membership.orchestrator());
        DeviceProof proof = new DeviceProof(
                calls,
                membership.verifyingKey().fingerprint(),
                key.verifyingKey().fingerprint(),
                key);
        DeviceToken token = new DeviceToken(proof, Clock.systemUTC());
        this.sources = List.of(inside(), new HubSource(hub, address), new MirrorSource(network, calls, token));
    }

    /** What comes with the program. */
    static ModelSource inside() {
        return new ClasspathSource(ModelPlaces.class.getClassLoader());
    }

    List<ModelSource> sources() {
        return sources;
    }

    /** For calls to the network that the device joined. */
    OrchestratorCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        HttpClients.close(hub);
        HttpClients.close(network);
    }
}
