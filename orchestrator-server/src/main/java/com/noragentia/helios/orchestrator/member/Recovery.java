/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.RecoveryKeyRequest;
import com.noragentia.helios.protocol.api.RecoveryRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.util.Optional;

/** The way back into an account whose devices are all lost: one key, of which only the public half is known here. */
final class Recovery {

    private final Store store;
    private final DeviceProofs proofs;
    private final Admission admission;
    private final MemberTable members = new MemberTable();
    private final DeviceTable devices = new DeviceTable();
    private final BarredKeyTable barred = new BarredKeyTable();

    Recovery(Store store, DeviceProofs proofs, Admission admission) {
        this.store = store;
        this.proofs = proofs;
        this.admission = admission;
    }

    void register(Caller caller, RecoveryKeyRequest request) {
        proofs.require(
                caller,
                request.nonce(),
                request.proof(),
                server -> Proofs.recoveryKey(server, request.nonce(), request.recoveryKey()));
        VerifyingKey key = ProvenKey.of(
                request.recoveryKey(),
                Proofs.recoveryKey(proofs.server(), request.nonce(), request.recoveryKey()),
                request.recoveryProof());
        store.write(tx -> {
            requireUnused(tx, caller.member(), key);
            members.setRecoveryKey(tx, caller.member(), Optional.of(key));
            return true;
        });
    }

    /** One key, one use: what proves a device must not open an account as well, nor two accounts. */
    private void requireUnused(Transaction tx, String member, VerifyingKey key) {
        boolean isTaken = devices.find(tx, key.fingerprint()).isPresent()
                || barred.has(tx, key.fingerprint())
                || members.ofRecoveryKey(tx, key.fingerprint())
                        .filter(other -> !other.equals(member))
                        .isPresent();
        if (isTaken) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "this key has another use already");
        }
    }

    void forget(Caller caller) {
        store.write(tx -> {
            members.setRecoveryKey(tx, caller.member(), Optional.empty());
            return true;
        });
    }

    EnrolmentGranted recover(RecoveryRequest request) {
        String name = Labels.checked(request.deviceName());
        byte[] signed = Proofs.recovery(proofs.server(), request.nonce(), request.publicKey(), name);
        VerifyingKey device = ProvenKey.of(request.publicKey(), signed, request.proof());
        VerifyingKey recovery = ProvenKey.of(request.recoveryKey(), signed, request.recoveryProof());
        boolean fresh = proofs.redeem(request.nonce(), recovery.fingerprint());
        return store.write(tx -> {
            String member = members.ofRecoveryKey(tx, recovery.fingerprint())
                    .filter(_ -> fresh)
                    // One answer for all reasons: it tells a stranger nothing about which keys exist.
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.PROOF_INVALID, "the recovery key is unknown, or its proof late or used"));
            return admission.admit(tx, member, device, name);
        });
    }
}
