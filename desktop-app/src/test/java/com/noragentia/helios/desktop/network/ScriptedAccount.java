/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import static com.noragentia.helios.desktop.network.ScriptedReplies.done;
import static com.noragentia.helios.desktop.network.ScriptedReplies.json;
import static com.noragentia.helios.desktop.network.ScriptedReplies.problem;
import static com.noragentia.helios.desktop.network.ScriptedReplies.read;

import com.noragentia.helios.protocol.api.AccountDeletion;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenList;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.ApiTokenSummary;
import com.noragentia.helios.protocol.api.DeviceList;
import com.noragentia.helios.protocol.api.DeviceRename;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.RecoveryKeyRequest;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** The one account that {@link ScriptedAccounts} knows, and what its member may do with it. Guarded by whoever keeps it. */
final class ScriptedAccount {

    private final String server;
    private final Map<String, VerifyingKey> keys = new LinkedHashMap<>();
    private final Map<String, DeviceSummary> devices = new LinkedHashMap<>();
    private final Map<String, ApiTokenSummary> tokens = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final List<String> nonces = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile @Nullable VerifyingKey recoveryKey;
    private volatile boolean deleted;

    /** @param server id of the orchestrator, which proofs are made for */
    ScriptedAccount(String server) {
        this.server = server;
    }

    void enrol(VerifyingKey device, String name) {
        keys.put(device.fingerprint(), device);
        devices.put(
                device.fingerprint(),
                new DeviceSummary(device.fingerprint(), name, ScriptedAccounts.JOINED, null, null, devices.isEmpty()));
    }

    Optional<VerifyingKey> device(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** Its key is never taken again. */
    boolean remove(String device) {
        removed.add(device);
        return devices.remove(device) != null;
    }

    boolean isRemoved(String device) {
        return removed.contains(device);
    }

    void forget(String device) {
        keys.remove(device);
        devices.remove(device);
    }

    /** A nonce that is good once. */
    String nonce() {
        nonces.add("nonce-" + numbers.incrementAndGet());
        return nonces.getLast();
    }

    boolean redeem(String nonce) {
        return nonces.remove(nonce);
    }

    @Nullable
    VerifyingKey recoveryKey() {
        return recoveryKey;
    }

    void knowsRecoveryKey(VerifyingKey known) {
        recoveryKey = known;
    }

    boolean isDeleted() {
        return deleted;
    }

    List<DeviceSummary> devices() {
        return List.copyOf(devices.values());
    }

    List<ApiTokenSummary> tokens() {
        return List.copyOf(tokens.values());
    }

    /** What is answered to a request in the name of the member. */
    MockResponse answer(RecordedRequest request, String path) throws WireException {
        String call = request.getMethod() + " "
                + path.replace("/api/v1/me", "me").replaceAll("/(devices|tokens)/.*", "/$1/*");
        String last = request.getUrl().pathSegments().getLast();
        return switch (call) {
            case "GET me" -> json(200, summary());
            case "GET me/devices" -> json(200, new DeviceList(devices()));
            case "PATCH me/devices/*" -> rename(last, read(request, DeviceRename.class));
            case "DELETE me/devices/*" -> !remove(last) ? problem(ProblemCode.NOT_FOUND) : done();
            case "POST me/enrolment-codes" ->
                json(201, new EnrolmentCode(ScriptedAccounts.CODE, ScriptedAccounts.JOINED));
            case "POST me/invitations" -> json(201, new EnrolmentCode("invited", ScriptedAccounts.JOINED));
            case "GET me/tokens" -> json(200, new ApiTokenList(tokens()));
            case "POST me/tokens" -> create(read(request, ApiTokenRequest.class));
            case "DELETE me/tokens/*" -> tokens.remove(last) == null ? problem(ProblemCode.NOT_FOUND) : done();
            case "PUT me/recovery-key" -> setRecoveryKey(read(request, RecoveryKeyRequest.class));
            case "GET me/export" -> json(200, Map.of("member", "member", "padding", "x".repeat(3_000_000)));
            case "DELETE me" -> delete(read(request, AccountDeletion.class));
            default -> problem(ProblemCode.NOT_FOUND);
        };
    }

    private AccountSummary summary() {
        return new AccountSummary(
                "member",
                ScriptedAccounts.JOINED,
                devices.keySet().iterator().next(),
                devices.size(),
                recoveryKey != null,
                null,
                Set.of(Scope.values()));
    }

    private MockResponse rename(String device, DeviceRename request) {
        DeviceSummary old = devices.get(device);
        if (old == null) {
            return problem(ProblemCode.NOT_FOUND);
        }
        DeviceSummary renamed = new DeviceSummary(device, request.name(), old.enrolledAt(), null, null, old.current());
        devices.put(device, renamed);
        return json(200, renamed);
    }

    private MockResponse create(ApiTokenRequest request) {
        ApiTokenSummary summary = new ApiTokenSummary(
                "id-" + numbers.incrementAndGet(),
                request.label(),
                request.scopes(),
                ScriptedAccounts.JOINED,
                ScriptedAccounts.JOINED.plusSeconds(request.days() * 86_400L),
                null);
        tokens.put(summary.id(), summary);
        return json(201, new ApiTokenCreated("secret-token", summary));
    }

    private MockResponse setRecoveryKey(RecoveryKeyRequest request) {
        VerifyingKey fresh = VerifyingKey.decode(request.recoveryKey());
        byte[] signed = Proofs.recoveryKey(server, request.nonce(), request.recoveryKey());
        if (!redeem(request.nonce())
                || !first().verifies(signed, request.proof())
                || !fresh.verifies(signed, request.recoveryProof())) {
            return problem(ProblemCode.PROOF_INVALID);
        }
        recoveryKey = fresh;
        return done();
    }

    private MockResponse delete(AccountDeletion request) {
        byte[] signed = Proofs.deletion(server, request.nonce(), "member");
        deleted = redeem(request.nonce()) && first().verifies(signed, request.proof());
        return deleted ? done() : problem(ProblemCode.PROOF_INVALID);
    }

    private VerifyingKey first() {
        return keys.values().iterator().next();
    }
}
