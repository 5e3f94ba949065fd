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
        if (!key(serverKey).fingerprint().equals(server)) {
            throw suspect("the network's id is not that of its key");
        }
    }

    /**
     * Refuses what is no key, before it is kept as one.
     *
     * @throws ProblemException NETWORK_UNREACHABLE, reason {@code suspect}, if it is none
     */
    static void requireKey(String serverKey) {
        var unused = key(serverKey);
    }

    private static VerifyingKey key(String serverKey) {
        try {
            return VerifyingKey.decode(serverKey);
        } catch (IllegalArgumentException e) {
            throw suspect("the network's key is none");
        }
    }

    static ProblemException suspect(String detail) {
        return new ProblemException(ProblemCode.NETWORK_UNREACHABLE, detail, Map.of("reason", "suspect"));
    }
}
