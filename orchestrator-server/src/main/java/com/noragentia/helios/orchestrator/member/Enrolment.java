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
import java.time.Clock;
import java.time.Instant;

/** Brings a device into the network. */
final class Enrolment {

    static final int NAME_CHARACTERS = 100;

    private final Store store;
    private final Secrets secrets;
    private final Clock clock;
    private final String serverKey;
    private final DeviceTable devices = new DeviceTable();
    private final CodeTable codes = new CodeTable();

    Enrolment(Store store, Secrets secrets, Clock clock, VerifyingKey serverKey) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.serverKey = serverKey.encoded();
    }

    EnrolmentGranted enrol(EnrolmentRequest request) {
        requireName(request.deviceName());
        VerifyingKey key = proven(request);
        return store.write(tx -> admit(tx, request, key, clock.instant()));
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > NAME_CHARACTERS || name.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "a device name has 1 to " + NAME_CHARACTERS + " printable characters");
        }
    }

    /** The code is looked at only after the proof, so that nobody uses one up with another's key. */
    private static VerifyingKey proven(EnrolmentRequest request) {
        byte[] signed = Proofs.enrolment(request.code(), request.publicKey(), request.deviceName());
        try {
            VerifyingKey key = VerifyingKey.decode(request.publicKey());
            if (key.verifies(signed, request.proof())) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.PROOF_INVALID, "the public key is not an Ed25519 key");
        }
        throw new ProblemException(ProblemCode.PROOF_INVALID, "the proof was not made with this key");
    }

    private EnrolmentGranted admit(Transaction tx, EnrolmentRequest request, VerifyingKey key, Instant now) {
        CodeTable.Invitation invitation = codes.redeem(tx, Secrets.hash(request.code()), now)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.ENROLMENT_CODE_INVALID, "the code is unknown, used or expired"));
        String member = invitation.member().orElseGet(() -> newMember(tx, now));
        String device = key.fingerprint();
        devices.put(tx, new Device(device, member, request.deviceName(), key), now);
        return new EnrolmentGranted(member, device, serverKey);
    }

    private String newMember(Transaction tx, Instant now) {
        String member = secrets.id();
        devices.addMember(tx, member, now);
        return member;
    }
}
