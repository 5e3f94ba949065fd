/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Nonces that devices sign for a token: good once, for ten seconds. Kept in memory only; whoever is caught by a restart asks for another.
 * Thread-safe.
 */
final class Challenges {

    static final Duration LIFE = Duration.ofSeconds(10);
    /** More than can be in use; the oldest goes when somebody asks for more. */
    static final int OUTSTANDING = 10_000;

    private final String server;
    private final Secrets secrets;
    private final Clock clock;
    private final LinkedHashMap<String, Outstanding> byNonce = new LinkedHashMap<>();

    private record Outstanding(String device, Instant expiresAt) {}

    Challenges(String server, Secrets secrets, Clock clock) {
        this.server = server;
        this.secrets = secrets;
        this.clock = clock;
    }

    String server() {
        return server;
    }

    synchronized ChallengeIssued issue(String device) {
        if (byNonce.size() >= OUTSTANDING) {
            byNonce.pollFirstEntry();
        }
        String nonce = secrets.token();
        Instant expiresAt = clock.instant().plus(LIFE);
        byNonce.put(nonce, new Outstanding(device, expiresAt));
        return new ChallengeIssued(nonce, server, expiresAt);
    }

    /** Uses a nonce up, whatever comes of it. True where it was issued to this device and is still good. */
    synchronized boolean redeem(String nonce, String device) {
        Outstanding outstanding = byNonce.remove(nonce);
        return outstanding != null
                && outstanding.device().equals(device)
                && clock.instant().isBefore(outstanding.expiresAt());
    }
}
