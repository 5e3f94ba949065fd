/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.function.Function;

/** Fresh signatures of a device's key, which what cannot be taken back asks for beside a token. */
final class DeviceProofs {

    private final Store store;
    private final Challenges challenges;
    private final DeviceTable devices = new DeviceTable();

    DeviceProofs(Store store, Challenges challenges) {
        this.store = store;
        this.challenges = challenges;
    }

    String server() {
        return challenges.server();
    }

    /** Uses up a nonce of whoever it was issued to. */
    boolean redeem(String nonce, String issuedTo) {
        return challenges.redeem(nonce, issuedTo);
    }

    /**
     * Uses the nonce up.
     *
     * @param signed what should have been signed, by the server's id
     * @throws ProblemException {@code proof-invalid}
     */
    void require(Caller caller, String nonce, String proof, Function<String, byte[]> signed) {
        boolean fresh = redeem(nonce, caller.device());
        boolean proven = fresh
                && store.read(tx -> devices.find(tx, caller.device()))
                        .filter(device -> device.key().verifies(signed.apply(server()), proof))
                        .isPresent();
        if (!proven) {
            throw new ProblemException(ProblemCode.PROOF_INVALID, "the proof is wrong, late or used");
        }
    }
}
