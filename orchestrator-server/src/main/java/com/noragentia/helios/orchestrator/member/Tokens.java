/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opaque access tokens in exchange for a proof of the device's key. */
final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final Store store;
    private final Challenges challenges;
    private final Secrets secrets;
    private final Clock clock;
    private final DeviceTable devices = new DeviceTable();
    private final TokenTable tokens = new TokenTable();
    private final KnownTokens known;

    Tokens(Store store, Challenges challenges, Secrets secrets, Clock clock) {
        this.store = store;
        this.challenges = challenges;
        this.secrets = secrets;
        this.clock = clock;
        this.known = new KnownTokens(clock);
    }

    TokenGranted grant(TokenRequest request) {
        boolean fresh = challenges.redeem(request.nonce(), request.device());
        byte[] signed = Proofs.token(challenges.server(), request.nonce(), request.device());
        boolean proven = fresh
                && store.read(tx -> devices.find(tx, request.device()))
                        .filter(device -> device.key().verifies(signed, request.proof()))
                        .isPresent();
        if (!proven) {
            // One answer for all reasons: it tells a stranger nothing about which devices exist.
            throw new ProblemException(
                    ProblemCode.PROOF_INVALID, "the device is unknown, or its proof is wrong, late or used");
        }
        return grantTo(request.device());
    }

    private TokenGranted grantTo(String device) {
        String token = secrets.token();
        Instant expiresAt = clock.instant().plus(LIFE);
        return store.write(tx -> {
            tokens.add(tx, Secrets.hash(token), device, expiresAt);
            return new TokenGranted(token, expiresAt);
        });
    }

    Optional<Caller> bearer(String token) {
        String hash = Secrets.hash(token);
        return known.caller(hash, () -> store.read(tx -> tokens.bearer(tx, hash, clock.instant())));
    }
}
