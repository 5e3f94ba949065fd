/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.api.AccountDeletion;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenList;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.ApiTokenSummary;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.DeviceList;
import com.noragentia.helios.protocol.api.DeviceRename;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.EnrolmentTerms;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.MembershipRequest;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.RecoveryKeyRequest;
import com.noragentia.helios.protocol.api.RecoveryRequest;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Hashcash;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A real HTTP server with the orchestrator's side of one member's account: it verifies every proof and solution it is shown. */
public final class ScriptedAccounts implements AutoCloseable {

    public static final String CODE = "one-time";
    public static final Instant JOINED = Instant.parse("2026-03-01T12:00:00Z");

    private static final int EASY_BITS = 8;

    private final MockWebServer server = new MockWebServer();
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final Map<String, VerifyingKey> keys = new LinkedHashMap<>();
    private final Map<String, DeviceSummary> devices = new LinkedHashMap<>();
    private final Map<String, ApiTokenSummary> tokens = new LinkedHashMap<>();
    private final List<String> nonces = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile @Nullable VerifyingKey recoveryKey;
    private volatile EnrolmentPolicy policy = EnrolmentPolicy.OPEN;
    private volatile int puzzleBits = EASY_BITS;
    private volatile String claimedKey = key.verifyingKey().encoded();
    private volatile boolean tooLate;
    private volatile boolean deleted;

    public ScriptedAccounts() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answer(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public SigningKey key() {
        return key;
    }

    public void enrol(VerifyingKey device, String name) {
        keys.put(device.fingerprint(), device);
        devices.put(
                device.fingerprint(),
                new DeviceSummary(device.fingerprint(), name, JOINED, null, null, devices.isEmpty()));
    }

    public void invitesOnly() {
        policy = EnrolmentPolicy.INVITED;
    }

    public void asksForWork(int bits) {
        puzzleBits = bits;
    }

    /** Says that it has another key than it proves. */
    public void claimsKey(SigningKey other) {
        claimedKey = other.verifyingKey().encoded();
    }

    /** The next solution comes too late. */
    public void forgetsPuzzle() {
        tooLate = true;
    }

    public void knowsRecoveryKey(VerifyingKey known) {
        recoveryKey = known;
    }

    public @Nullable VerifyingKey recoveryKey() {
        return recoveryKey;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public List<DeviceSummary> devices() {
        return List.copyOf(devices.values());
    }

    public List<ApiTokenSummary> tokens() {
        return List.copyOf(tokens.values());
    }

    public List<RecordedRequest> requests(String pathPart) {
        return requests.stream()
                .filter(request -> request.getTarget().contains(pathPart))
                .toList();
    }

    private String id() {
        return key.verifyingKey().fingerprint();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        try {
            String path = request.getUrl().encodedPath();
            return switch (path) {
                case "/api/v1/enrolment" ->
                    json(200, new EnrolmentTerms(id(), claimedKey, policy, "puzzle-" + numbers.get(), puzzleBits));
                case "/api/v1/challenges" -> {
                    nonces.add("nonce-" + numbers.incrementAndGet());
                    yield json(201, new ChallengeIssued(nonces.getLast(), id(), Instant.MAX));
                }
                case "/api/v1/tokens" -> grant(read(request, TokenRequest.class));
                case "/api/v1/members" -> found(read(request, MembershipRequest.class));
                case "/api/v1/devices" -> join(read(request, EnrolmentRequest.class));
                case "/api/v1/recoveries" -> recover(read(request, RecoveryRequest.class));
                default -> isLoggedIn(request) ? member(request, path) : problem(ProblemCode.UNAUTHENTICATED);
            };
        } catch (WireException e) {
            return problem(ProblemCode.REQUEST_INVALID);
        }
    }

    private MockResponse grant(TokenRequest request) {
        VerifyingKey device = keys.get(request.device());
        byte[] signed = Proofs.token(id(), request.nonce(), request.device());
        return device != null && nonces.remove(request.nonce()) && device.verifies(signed, request.proof())
                ? json(201, new TokenGranted("token", Instant.now().plusSeconds(900)))
                : problem(ProblemCode.PROOF_INVALID);
    }

    private MockResponse found(MembershipRequest request) {
        if (tooLate) {
            tooLate = false;
            numbers.incrementAndGet();
            return problem(ProblemCode.PUZZLE_UNSOLVED);
        }
        VerifyingKey device = VerifyingKey.decode(request.publicKey());
        byte[] signed = Proofs.membership(id(), request.puzzle(), request.publicKey(), request.deviceName());
        boolean solved = new Hashcash(id(), "puzzle-" + numbers.get(), request.publicKey(), puzzleBits)
                .isSolvedBy(request.solution());
        if (!solved) {
            return problem(ProblemCode.PUZZLE_UNSOLVED);
        }
        return device.verifies(signed, request.proof())
                ? granted(device, request.deviceName())
                : problem(ProblemCode.PROOF_INVALID);
    }

    private MockResponse join(EnrolmentRequest request) {
        VerifyingKey device = VerifyingKey.decode(request.publicKey());
        byte[] signed = Proofs.enrolment(request.code(), request.publicKey(), request.deviceName());
        return request.code().equals(CODE) && device.verifies(signed, request.proof())
                ? granted(device, request.deviceName())
                : problem(ProblemCode.ENROLMENT_CODE_INVALID);
    }

    private MockResponse recover(RecoveryRequest request) {
        VerifyingKey known = recoveryKey;
        VerifyingKey device = VerifyingKey.decode(request.publicKey());
        byte[] signed = Proofs.recovery(id(), request.nonce(), request.publicKey(), request.deviceName());
        return known != null
                        && known.encoded().equals(request.recoveryKey())
                        && nonces.remove(request.nonce())
                        && known.verifies(signed, request.recoveryProof())
                        && device.verifies(signed, request.proof())
                ? granted(device, request.deviceName())
                : problem(ProblemCode.PROOF_INVALID);
    }

    private MockResponse granted(VerifyingKey device, String name) {
        enrol(device, name);
        return json(201, new EnrolmentGranted("member", device.fingerprint(), claimedKey));
    }

    private static boolean isLoggedIn(RecordedRequest request) {
        return "Bearer token".equals(request.getHeaders().get("Authorization"));
    }

    private MockResponse member(RecordedRequest request, String path) throws WireException {
        String call = request.getMethod() + " "
                + path.replace("/api/v1/me", "me").replaceAll("/(devices|tokens)/.*", "/$1/*");
        String last = request.getUrl().pathSegments().getLast();
        return switch (call) {
            case "GET me" -> json(200, summary());
            case "GET me/devices" -> json(200, new DeviceList(devices()));
            case "PATCH me/devices/*" -> rename(last, read(request, DeviceRename.class));
            case "DELETE me/devices/*" -> devices.remove(last) == null ? problem(ProblemCode.NOT_FOUND) : done();
            case "POST me/enrolment-codes" -> json(201, new EnrolmentCode(CODE, JOINED));
            case "POST me/invitations" -> json(201, new EnrolmentCode("invited", JOINED));
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
                JOINED,
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
                JOINED,
                JOINED.plusSeconds(request.days() * 86_400L),
                null);
        tokens.put(summary.id(), summary);
        return json(201, new ApiTokenCreated("secret-token", summary));
    }

    private MockResponse setRecoveryKey(RecoveryKeyRequest request) {
        VerifyingKey fresh = VerifyingKey.decode(request.recoveryKey());
        byte[] signed = Proofs.recoveryKey(id(), request.nonce(), request.recoveryKey());
        if (!nonces.remove(request.nonce())
                || !first().verifies(signed, request.proof())
                || !fresh.verifies(signed, request.recoveryProof())) {
            return problem(ProblemCode.PROOF_INVALID);
        }
        recoveryKey = fresh;
        return done();
    }

    private MockResponse delete(AccountDeletion request) {
        byte[] signed = Proofs.deletion(id(), request.nonce(), "member");
        deleted = nonces.remove(request.nonce()) && first().verifies(signed, request.proof());
        return deleted ? done() : problem(ProblemCode.PROOF_INVALID);
    }

    private VerifyingKey first() {
        return keys.values().iterator().next();
    }

    private static <T> T read(RecordedRequest request, Class<T> type) throws WireException {
        return JsonCodec.decode(request.getBody().toByteArray(), type, Limit.REQUEST_BYTES.value());
    }

    private static MockResponse done() {
        return new MockResponse.Builder().code(204).build();
    }

    private static MockResponse problem(ProblemCode code) {
        return json(code.status(), Problem.of(code, "scripted"));
    }

    private static MockResponse json(int status, Object body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(JsonCodec.encodeToString(body))
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
