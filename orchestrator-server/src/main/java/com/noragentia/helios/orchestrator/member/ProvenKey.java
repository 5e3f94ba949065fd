/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.VerifyingKey;

/** Keys that strangers bring, with a signature to show that they have the other half. */
final class ProvenKey {

    private ProvenKey() {}

    /** @throws ProblemException {@code proof-invalid} unless it is a key, and made the signature */
    static VerifyingKey of(String encoded, byte[] signed, String proof) {
        try {
            VerifyingKey key = VerifyingKey.decode(encoded);
            if (key.verifies(signed, proof)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.PROOF_INVALID, "the public key is not an Ed25519 key");
        }
        throw new ProblemException(ProblemCode.PROOF_INVALID, "the proof was not made with this key");
    }
}
