/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;

/** Opaque access tokens in exchange for a proof of the device's key, and whose a token is. */
final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(15);
    /** How exactly the last use of an API token is noted. */
    static final Duration USE_NOTED = Duration.ofHours(1);

    private final Store store;
    private final Challenges challenges;
    private final Secrets secrets;
    private final Clock clock;
    private final KnownTokens known;
    private final Meetings meetings;
    private final DeviceTable devices = new DeviceTable();
    private final TokenTable tokens = new TokenTable();
    private final ApiTokenTable apiTokens = new ApiTokenTable();

    Tokens(Store store, Challenges challenges, Secrets secrets, KnownTokens known, Meetings meetings, Clock clock) {
        this.store = store;
        this.challenges = challenges;
        this.secrets = secrets;
        this.known = known;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** @param exporter of the TLS connection that the request came by, where TLS ends here */
    TokenGranted grant(TokenRequest request, Optional<byte[]> exporter, InetAddress address) {
        boolean fresh = challenges.redeem(request.nonce(), request.device());
        Device device = signed(request, exporter)
                .flatMap(signed -> store.read(tx -> devices.find(tx, request.device()))
                        .filter(found -> found.key().verifies(signed, request.proof())))
                .filter(_ -> fresh)
                // One answer for all reasons: it tells a stranger nothing about which devices exist.
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.PROOF_INVALID, "the device is unknown, or its proof is wrong, late or used"));
        if (device.isRevoked()) {
            throw new ProblemException(ProblemCode.DEVICE_REVOKED, "this key was revoked");
        }
        return grantTo(request.device(), address);
    }

    /** What must have been signed; empty for a claim about the connection that is not true of it. */
    private Optional<byte[]> signed(TokenRequest request, Optional<byte[]> exporter) {
        String server = challenges.server();
        return switch (Objects.requireNonNullElse(request.binding(), ChannelBinding.NONE)) {
            case NONE -> Optional.of(Proofs.token(server, request.nonce(), request.device()));
            case UNOFFERED ->
                exporter.isPresent() // which was offered: whoever kept that from the client is in the middle
                        ? Optional.empty()
                        : Optional.of(Proofs.unofferedToken(server, request.nonce(), request.device()));
            case TLS_EXPORTER ->
                exporter.map(bytes -> Proofs.boundToken(server, request.nonce(), request.device(), bytes));
        };
    }

    private TokenGranted grantTo(String device, InetAddress address) {
        String token = secrets.token();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(LIFE);
        return store.write(tx -> {
            devices.seen(tx, device, now);
            devices.find(tx, device).ifPresent(owned -> meetings.seen(tx, owned.member(), address));
            tokens.add(tx, Secrets.hash(token), device, EnumSet.allOf(Scope.class), expiresAt);
            return new TokenGranted(token, expiresAt);
        });
    }

    Optional<Caller> bearer(String token) {
        String hash = Secrets.hash(token);
        return known.caller(hash, () -> stored(hash));
    }

    private Optional<BearerToken> stored(String hash) {
        Instant now = clock.instant();
        Optional<BearerToken> found = store.read(tx -> tokens.bearer(tx, hash, now));
        if (found.isPresent() && store.read(tx -> apiTokens.isNewsOf(tx, hash, now.minus(USE_NOTED)))) {
            store.write(tx -> {
                apiTokens.used(tx, hash, now);
                return true;
            });
        }
        return found;
    }
}
