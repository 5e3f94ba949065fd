/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.ClientAddress;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.SolvedPuzzle;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.VerifyingKey;

/**
 * Brings a device into the network by a one-time code. A member's invitation founds an account on the terms of {@link OpenEnrolment}: else whoever
 * is in could invite himself without end. The operator's code asks for nothing.
 */
final class Enrolment {

    private final EnrolmentPolicy policy;
    private final Store store;
    private final Admission admission;
    private final Puzzles puzzles;
    private final Foundings foundings;
    private final CodeTable codes = new CodeTable();

    Enrolment(EnrolmentPolicy policy, Store store, Admission admission, Puzzles puzzles, Foundings foundings) {
        this.policy = policy;
        this.store = store;
        this.admission = admission;
        this.puzzles = puzzles;
        this.foundings = foundings;
    }

    /** The code is looked at only after the proof, so that nobody uses one up with another's key; what is refused leaves it good. */
    EnrolmentGranted enrol(EnrolmentRequest request, ClientAddress client) {
        String name = Labels.checked(request.deviceName());
        VerifyingKey key = ProvenKey.of(
                request.publicKey(), Proofs.enrolment(request.code(), request.publicKey(), name), request.proof());
        return store.write(tx -> admission.admit(tx, member(tx, request, client), key, name));
    }

    private String member(Transaction tx, EnrolmentRequest request, ClientAddress client) {
        CodeTable.Invitation invitation = codes.redeem(tx, Secrets.hash(request.code()), admission.now())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.ENROLMENT_CODE_INVALID, "the code is unknown, used or expired"));
        return invitation.member().orElseGet(() -> {
            if (invitation.inviter().isPresent()) {
                requireWork(request);
                foundings.count(tx, client);
            }
            return admission.found(tx, invitation.inviter());
        });
    }

    private void requireWork(EnrolmentRequest request) {
        if (policy != EnrolmentPolicy.OPEN) {
            return;
        }
        SolvedPuzzle work = request.work();
        if (work == null) {
            throw Puzzles.unsolved("an invitation into an open network wants the puzzle solved");
        }
        puzzles.requireSolved(work, request.publicKey());
    }
}
