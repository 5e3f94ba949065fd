/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.EnrolmentTerms;
import com.noragentia.helios.protocol.api.MembershipRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.SolvedPuzzle;
import com.noragentia.helios.protocol.crypto.Hashcash;
import com.noragentia.helios.protocol.crypto.Proofs;
import java.net.URI;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes a device a member's: shows its key and a one-time code or a solved puzzle, and learns the network's key in return. */
public final class Enrolment {

    private final OkHttpClient http;

    public Enrolment(OkHttpClient http) {
        this.http = http;
    }

    /**
     * Joins the network at {@code orchestrator} with a code, as somebody typed it. Solves the puzzle only where it is asked to, by an open network for a member's
     * invitation.
     *
     * @throws ProblemException such as ENROLMENT_CODE_INVALID, or NETWORK_UNREACHABLE where the network contradicts itself
     * @throws InterruptedException if the thread was interrupted over the puzzle
     */
    public Membership join(URI orchestrator, String code, DeviceIdentity device) throws InterruptedException {
        OrchestratorCalls calls = new OrchestratorCalls(http, orchestrator);
        EnrolmentGranted granted;
        try {
            granted = join(calls, code, device, null);
        } catch (ProblemException e) {
            requireUnsolved(e);
            granted = worked(calls, code, device);
        }
        ServerKeys.requireKey(granted.serverKey());
        return new Membership(orchestrator, granted.member(), granted.device(), granted.serverKey());
    }

    private static EnrolmentGranted worked(OrchestratorCalls calls, String code, DeviceIdentity device)
            throws InterruptedException {
        EnrolmentTerms terms = terms(calls);
        requireFair(terms);
        EnrolmentGranted granted = join(calls, code, device, solved(terms, device));
        requireSameKey(granted, terms);
        return granted;
    }

    private static EnrolmentGranted join(
            OrchestratorCalls calls, String code, DeviceIdentity device, @Nullable SolvedPuzzle work) {
        String oneTimeCode = TypedCode.meant(code);
        String publicKey = device.key().verifyingKey().encoded();
        String proof = device.key().sign(Proofs.enrolment(oneTimeCode, publicKey, device.name()));
        return calls.post(
                "api/v1/devices",
                new EnrolmentRequest(oneTimeCode, publicKey, device.name(), proof, work),
                EnrolmentGranted.class);
    }

    /**
     * Founds an account of its own in the network at {@code orchestrator}, which takes newcomers without a code. Solving the puzzle takes a
     * second or so of one core.
     *
     * @throws ProblemException such as ENROLMENT_CLOSED where a code is needed
     * @throws InterruptedException if the thread was interrupted over the puzzle
     */
    public Membership found(URI orchestrator, DeviceIdentity device) throws InterruptedException {
        OrchestratorCalls calls = new OrchestratorCalls(http, orchestrator);
        try {
            return found(calls, orchestrator, device);
        } catch (ProblemException e) {
            requireUnsolved(e);
            return found(calls, orchestrator, device); // on a slow computer the puzzle may have grown old
        }
    }

    private static Membership found(OrchestratorCalls calls, URI orchestrator, DeviceIdentity device)
            throws InterruptedException {
        EnrolmentTerms terms = terms(calls);
        requireAcceptable(terms);
        String publicKey = device.key().verifyingKey().encoded();
        long solution = solved(terms, device).solution();
        String proof = device.key().sign(Proofs.membership(terms.server(), terms.puzzle(), publicKey, device.name()));
        EnrolmentGranted granted = calls.post(
                "api/v1/members",
                new MembershipRequest(publicKey, device.name(), terms.puzzle(), solution, proof),
                EnrolmentGranted.class);
        requireSameKey(granted, terms);
        return new Membership(orchestrator, granted.member(), granted.device(), granted.serverKey());
    }

    private static void requireUnsolved(ProblemException problem) {
        if (problem.problem().code() != ProblemCode.PUZZLE_UNSOLVED) {
            throw problem;
        }
    }

    private static EnrolmentTerms terms(OrchestratorCalls calls) {
        return calls.call(calls.request("api/v1/enrolment").build(), EnrolmentTerms.class);
    }

    private static SolvedPuzzle solved(EnrolmentTerms terms, DeviceIdentity device) throws InterruptedException {
        String publicKey = device.key().verifyingKey().encoded();
        Hashcash hashcash = new Hashcash(terms.server(), terms.puzzle(), publicKey, terms.puzzleBits());
        return new SolvedPuzzle(terms.puzzle(), hashcash.solve());
    }

    private static void requireSameKey(EnrolmentGranted granted, EnrolmentTerms terms) {
        if (!granted.serverKey().equals(terms.serverKey())) {
            throw ServerKeys.suspect("the network changed its key while this device joined");
        }
    }

    private static void requireAcceptable(EnrolmentTerms terms) {
        if (terms.policy() == EnrolmentPolicy.INVITED) {
            throw new ProblemException(ProblemCode.ENROLMENT_CLOSED, "newcomers need a code");
        }
        requireFair(terms);
    }

    private static void requireFair(EnrolmentTerms terms) {
        if (terms.puzzleBits() < 0 || terms.puzzleBits() > Hashcash.MOST_BITS) {
            throw ServerKeys.suspect("the network asks for more work than any should");
        }
        ServerKeys.requireFit(terms.server(), terms.serverKey());
    }
}
