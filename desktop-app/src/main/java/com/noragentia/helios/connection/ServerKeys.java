/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.util.Map;

/** Whether what a network says of itself fits together. It is believed at the first meeting, but not if it contradicts itself. */
final class ServerKeys {

    private ServerKeys() {}

    /**
     * Holds a network to its key.
     *
     * @param server the id that proofs are made for
     * @param serverKey the key whose fingerprint that must be
     * @throws ProblemException NETWORK_UNREACHABLE, reason {@code suspect}, if it is not
     */
    static void requireFit(String server, String serverKey) {
        try {
            if (VerifyingKey.decode(serverKey).fingerprint().equals(server)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw suspect("the network's key is none");
        }
        throw suspect("the network's id is not that of its key");
    }

    static ProblemException suspect(String detail) {
        return new ProblemException(ProblemCode.NETWORK_UNREACHABLE, detail, Map.of("reason", "suspect"));
    }
}
