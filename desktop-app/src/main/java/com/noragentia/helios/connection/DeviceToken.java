/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The access token of a device, for as long as a process lives: asked for when it is first needed, and again before it ends. Thread-safe. */
public final class DeviceToken {

    /** A token this close to its end might end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final OrchestratorCalls calls;
    private final DeviceKey key;
    private final String network;
    private final Clock clock;
    private @Nullable TokenGranted held;

    /** @param network id of the network that the device joined, which is the fingerprint of its key: another gets no proof */
    public DeviceToken(OrchestratorCalls calls, DeviceKey key, String network, Clock clock) {
        this.calls = calls;
        this.key = key;
        this.network = network;
        this.clock = clock;
    }

    /**
     * A token that still holds, as far as its date tells.
     *
     * @throws ProblemException if the network does not answer, or does not know the device
     */
    public synchronized String current() {
        Instant now = clock.instant();
        TokenGranted mine = held;
        if (mine == null || mine.expiresAt().minus(MARGIN).isBefore(now)) {
            mine = prove();
            held = mine;
        }
        return mine.token();
    }

    /** A token in place of one that the network no longer takes. */
    public synchronized String renewed(String rejected) {
        if (held != null && held.token().equals(rejected)) {
            held = null;
        }
        return current();
    }

    private TokenGranted prove() {
        String device = key.verifyingKey().fingerprint();
        ChallengeIssued challenge =
                calls.post("api/v1/challenges", new ChallengeRequest(device), ChallengeIssued.class);
        if (!challenge.server().equals(network)) {
            throw new ProblemException(
                    ProblemCode.NETWORK_UNREACHABLE,
                    "another network answers than the one this device joined",
                    Map.of("reason", "stranger"));
        }
        String proof = key.sign(Proofs.token(network, challenge.nonce(), device));
        return calls.post("api/v1/tokens", new TokenRequest(device, challenge.nonce(), proof), TokenGranted.class);
    }
}
