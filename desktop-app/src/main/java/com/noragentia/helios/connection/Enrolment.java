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
import com.noragentia.helios.protocol.crypto.Hashcash;
import com.noragentia.helios.protocol.crypto.Proofs;
import java.net.URI;
import okhttp3.OkHttpClient;

/** Makes a device a member's: shows its key and a one-time code or a solved puzzle, and learns the network's key in return. */
public final class Enrolment {

    private final OkHttpClient http;

    public Enrolment(OkHttpClient http) {
        this.http = http;
    }

    /**
     * Joins the network at {@code orchestrator} with a code.
     *
     * @throws ProblemException such as ENROLMENT_CODE_INVALID
     */
    public Membership join(URI orchestrator, String code, DeviceIdentity device) {
        String oneTimeCode = code.strip();
        String publicKey = device.key().verifyingKey().encoded();
        String proof = device.key().sign(Proofs.enrolment(oneTimeCode, publicKey, device.name()));
        EnrolmentGranted granted = new OrchestratorCalls(http, orchestrator)
                .post(
                        "api/v1/devices",
                        new EnrolmentRequest(oneTimeCode, publicKey, device.name(), proof),
                        EnrolmentGranted.class);
        return new Membership(orchestrator, granted.member(), granted.device(), granted.serverKey());
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
            if (e.problem().code() != ProblemCode.PUZZLE_UNSOLVED) {
                throw e;
            }
            return found(calls, orchestrator, device); // on a slow computer the puzzle may have grown old
        }
    }

    private static Membership found(OrchestratorCalls calls, URI orchestrator, DeviceIdentity device)
            throws InterruptedException {
        EnrolmentTerms terms = calls.call(calls.request("api/v1/enrolment").build(), EnrolmentTerms.class);
        requireAcceptable(terms);
        String publicKey = device.key().verifyingKey().encoded();
        long solution = new Hashcash(terms.server(), terms.puzzle(), publicKey, terms.puzzleBits()).solve();
        String proof = device.key().sign(Proofs.membership(terms.server(), terms.puzzle(), publicKey, device.name()));
        EnrolmentGranted granted = calls.post(
                "api/v1/members",
                new MembershipRequest(publicKey, device.name(), terms.puzzle(), solution, proof),
                EnrolmentGranted.class);
        if (!granted.serverKey().equals(terms.serverKey())) {
            throw ServerKeys.suspect("the network changed its key while this device joined");
        }
        return new Membership(orchestrator, granted.member(), granted.device(), granted.serverKey());
    }

    private static void requireAcceptable(EnrolmentTerms terms) {
        if (terms.policy() == EnrolmentPolicy.INVITED) {
            throw new ProblemException(ProblemCode.ENROLMENT_CLOSED, "newcomers need a code");
        }
        if (terms.puzzleBits() < 0 || terms.puzzleBits() > Hashcash.MOST_BITS) {
            throw ServerKeys.suspect("the network asks for more work than any should");
        }
        ServerKeys.requireFit(terms.server(), terms.serverKey());
    }
}
