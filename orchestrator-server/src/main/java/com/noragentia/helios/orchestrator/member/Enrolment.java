/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.VerifyingKey;

/** Brings a device into the network by a one-time code. */
final class Enrolment {

    private final Store store;
    private final Admission admission;
    private final CodeTable codes = new CodeTable();

    Enrolment(Store store, Admission admission) {
        this.store = store;
        this.admission = admission;
    }

    /** The code is looked at only after the proof, so that nobody uses one up with another's key. */
    EnrolmentGranted enrol(EnrolmentRequest request) {
        String name = Labels.checked(request.deviceName());
        VerifyingKey key = ProvenKey.of(
                request.publicKey(), Proofs.enrolment(request.code(), request.publicKey(), name), request.proof());
        return store.write(tx -> admission.admit(tx, member(tx, request.code()), key, name));
    }

    private String member(Transaction tx, String code) {
        CodeTable.Invitation invitation = codes.redeem(tx, Secrets.hash(code), admission.now())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.ENROLMENT_CODE_INVALID, "the code is unknown, used or expired"));
        return invitation.member().orElseGet(() -> admission.found(tx, invitation.inviter()));
    }
}
