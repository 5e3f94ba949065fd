/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.ClientAddress;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.EnrolmentTerms;
import com.noragentia.helios.protocol.api.MembershipRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.SolvedPuzzle;
import com.noragentia.helios.protocol.crypto.Hashcash;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.util.Optional;

/** Lets a device found an account of its own, where the network is open: for a solved puzzle, and five a day from one network at most. */
final class OpenEnrolment {

    private final EnrolmentPolicy policy;
    private final VerifyingKey serverKey;
    private final Store store;
    private final Admission admission;
    private final Puzzles puzzles;
    private final Foundings foundings;
    private final DeviceTable devices = new DeviceTable();

    OpenEnrolment(
            EnrolmentPolicy policy,
            VerifyingKey serverKey,
            Store store,
            Admission admission,
            Puzzles puzzles,
            Foundings foundings) {
        this.policy = policy;
        this.serverKey = serverKey;
        this.store = store;
        this.admission = admission;
        this.puzzles = puzzles;
        this.foundings = foundings;
    }

    EnrolmentTerms terms() {
        return new EnrolmentTerms(
                serverKey.fingerprint(), serverKey.encoded(), policy, puzzles.current(), Hashcash.BITS);
    }

    /** The cheap checks come first: a hash, then a signature, then the database. */
    EnrolmentGranted found(MembershipRequest request, ClientAddress client) {
        if (policy != EnrolmentPolicy.OPEN) {
            throw new ProblemException(ProblemCode.ENROLMENT_CLOSED, "this network takes newcomers by code only");
        }
        String name = Labels.checked(request.deviceName());
        puzzles.requireSolved(new SolvedPuzzle(request.puzzle(), request.solution()), request.publicKey());
        byte[] signed = Proofs.membership(serverKey.fingerprint(), request.puzzle(), request.publicKey(), name);
        VerifyingKey key = ProvenKey.of(request.publicKey(), signed, request.proof());
        // A reply may be lost, and its request repeated: that neither costs nor changes anything.
        return known(key).orElseGet(() -> newcomer(key, name, client));
    }

    private Optional<EnrolmentGranted> known(VerifyingKey key) {
        return store.read(tx -> devices.find(tx, key.fingerprint()))
                .filter(device -> !device.isRevoked())
                .map(device -> admission.granted(device.member(), device.id()));
    }

    private EnrolmentGranted newcomer(VerifyingKey key, String name, ClientAddress client) {
        return store.write(tx -> {
            Optional<Device> meanwhile = devices.find(tx, key.fingerprint()).filter(device -> !device.isRevoked());
            String member = meanwhile.map(Device::member).orElseGet(() -> {
                foundings.count(tx, client);
                return admission.found(tx, Optional.empty());
            });
            return admission.admit(tx, member, key, name);
        });
    }
}
