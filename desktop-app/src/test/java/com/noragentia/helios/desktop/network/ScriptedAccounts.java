/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import static com.noragentia.helios.desktop.network.ScriptedReplies.json;
import static com.noragentia.helios.desktop.network.ScriptedReplies.problem;
import static com.noragentia.helios.desktop.network.ScriptedReplies.read;

import com.noragentia.helios.protocol.api.ApiTokenSummary;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.EnrolmentTerms;
import com.noragentia.helios.protocol.api.MembershipRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.RecoveryRequest;
import com.noragentia.helios.protocol.api.SolvedPuzzle;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Hashcash;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A real HTTP server with the orchestrator's side of one member's account: it verifies every proof and solution it is shown. */
public final class ScriptedAccounts implements AutoCloseable {

    public static final String CODE = "01ABC-DEFGH-JKMNP-QRSTV";
    public static final Instant JOINED = Instant.parse("2026-03-01T12:00:00Z");

    private static final int EASY_BITS = 8;

    private final MockWebServer server = new MockWebServer();
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final ScriptedAccount account =
            new ScriptedAccount(key.verifyingKey().fingerprint());
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger puzzles = new AtomicInteger();
    private volatile EnrolmentPolicy policy = EnrolmentPolicy.OPEN;
    private volatile int puzzleBits = EASY_BITS;
    private volatile String claimedKey = key.verifyingKey().encoded();
    private volatile boolean tooLate;
    private volatile boolean worksForCodes;

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
        account.enrol(device, name);
    }

    public void invitesOnly() {
        policy = EnrolmentPolicy.INVITED;
    }

    public void asksForWork(int bits) {
        puzzleBits = bits;
    }

    /** Somebody removed this device from the account. */
    public void removes(VerifyingKey device) {
        account.remove(device.fingerprint());
    }

    /** The account was deleted from elsewhere, with its devices. */
    public void forgets(VerifyingKey device) {
        account.forget(device.fingerprint());
    }

    /** Says that it has another key than it proves. */
    public void claimsKey(SigningKey other) {
        claimsKey(other.verifyingKey().encoded());
    }

    /** Says that its key is this, which may be none. */
    public void claimsKey(String other) {
        claimedKey = other;
    }

    /** The next solution comes too late. */
    public void forgetsPuzzle() {
        tooLate = true;
    }

    /** Wants the puzzle solved of who comes with a code, too. */
    public void asksForWorkWithCodes() {
        worksForCodes = true;
    }

    public void knowsRecoveryKey(VerifyingKey known) {
        account.knowsRecoveryKey(known);
    }

    public @Nullable VerifyingKey recoveryKey() {
        return account.recoveryKey();
    }

    public boolean isDeleted() {
        return account.isDeleted();
    }

    public List<DeviceSummary> devices() {
        return account.devices();
    }

    public List<ApiTokenSummary> tokens() {
        return account.tokens();
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
                    json(200, new EnrolmentTerms(id(), claimedKey, policy, "puzzle-" + puzzles.get(), puzzleBits));
                case "/api/v1/challenges" -> json(201, new ChallengeIssued(account.nonce(), id(), Instant.MAX));
                case "/api/v1/tokens" -> grant(read(request, TokenRequest.class));
                case "/api/v1/members" -> found(read(request, MembershipRequest.class));
                case "/api/v1/devices" -> join(read(request, EnrolmentRequest.class));
                case "/api/v1/recoveries" -> recover(read(request, RecoveryRequest.class));
                default -> isLoggedIn(request) ? account.answer(request, path) : problem(ProblemCode.UNAUTHENTICATED);
            };
        } catch (WireException e) {
            return problem(ProblemCode.REQUEST_INVALID);
        }
    }

    private MockResponse grant(TokenRequest request) {
        byte[] signed = Proofs.token(id(), request.nonce(), request.device());
        if (account.isRemoved(request.device()) && account.redeem(request.nonce())) {
            return problem(ProblemCode.DEVICE_REVOKED);
        }
        return account.device(request.device())
                .filter(device -> account.redeem(request.nonce()) && device.verifies(signed, request.proof()))
                .map(device -> json(201, new TokenGranted("token", Instant.now().plusSeconds(900))))
                .orElseGet(() -> problem(ProblemCode.PROOF_INVALID));
    }

    private MockResponse found(MembershipRequest request) {
        if (tooLate) {
            tooLate = false;
            puzzles.incrementAndGet();
            return problem(ProblemCode.PUZZLE_UNSOLVED);
        }
        VerifyingKey device = VerifyingKey.decode(request.publicKey());
        byte[] signed = Proofs.membership(id(), request.puzzle(), request.publicKey(), request.deviceName());
        boolean solved = new Hashcash(id(), "puzzle-" + puzzles.get(), request.publicKey(), puzzleBits)
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
        SolvedPuzzle work = request.work();
        boolean worked = work != null
                && new Hashcash(id(), "puzzle-" + puzzles.get(), request.publicKey(), puzzleBits)
                        .isSolvedBy(work.solution());
        if (worksForCodes && !worked) {
            return problem(ProblemCode.PUZZLE_UNSOLVED);
        }
        return request.code().equals(CODE) && device.verifies(signed, request.proof())
                ? granted(device, request.deviceName())
                : problem(ProblemCode.ENROLMENT_CODE_INVALID);
    }

    private MockResponse recover(RecoveryRequest request) {
        VerifyingKey known = account.recoveryKey();
        VerifyingKey device = VerifyingKey.decode(request.publicKey());
        byte[] signed = Proofs.recovery(id(), request.nonce(), request.publicKey(), request.deviceName());
        return known != null
                        && known.encoded().equals(request.recoveryKey())
                        && account.redeem(request.nonce())
                        && known.verifies(signed, request.recoveryProof())
                        && device.verifies(signed, request.proof())
                ? granted(device, request.deviceName())
                : problem(ProblemCode.PROOF_INVALID);
    }

    private MockResponse granted(VerifyingKey device, String name) {
        if (account.isRemoved(device.fingerprint())) {
            return problem(ProblemCode.DEVICE_REVOKED);
        }
        enrol(device, name);
        return json(201, new EnrolmentGranted("member", device.fingerprint(), claimedKey));
    }

    private static boolean isLoggedIn(RecordedRequest request) {
        return "Bearer token".equals(request.getHeaders().get("Authorization"));
    }

    @Override
    public void close() {
        server.close();
    }
}
