/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.TokenGranted;
import com.noragentia.helios.protocol.api.TokenRequest;
import java.util.Map;

/**
 * Proves to the network that this device joined, and to no other, who it is. Every token of window and worker comes from here, so that none
 * is asked for with a proof that a relay could use: what is signed fits the connection it goes out on. Thread-safe.
 *
 * @param network id of the network that the device joined, which is the fingerprint of its key
 * @param device its own id
 * @param key signs the proof
 */
public record DeviceProof(OrchestratorCalls calls, String network, String device, DeviceKey key) {

    /**
     * Asks for something to sign.
     *
     * @throws ProblemException NETWORK_UNREACHABLE, reason {@code stranger}, if another network answers
     */
    public ChallengeIssued challenge() {
        ChallengeIssued challenge =
                calls.post("api/v1/challenges", new ChallengeRequest(device), ChallengeIssued.class);
        if (!challenge.server().equals(network)) {
            throw new ProblemException(
                    ProblemCode.NETWORK_UNREACHABLE,
                    "another network answers than the one this device joined",
                    Map.of("reason", "stranger"));
        }
        return challenge;
    }

    /**
     * A new access token.
     *
     * @throws ProblemException if the network does not answer or is another; PROOF_INVALID, reason {@code device-unknown}, if it does not know
     *     the device
     */
    public TokenGranted token() {
        try {
            return prove();
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.PROOF_INVALID) {
                throw e;
            }
            // An orchestrator that was started anew in between no longer knows its challenge; a second refusal is
            // meant.
            return proveAgain();
        }
    }

    private TokenGranted proveAgain() {
        try {
            return prove();
        } catch (ProblemException e) {
            // It is the network that was joined, and still does not know the device: its account is gone.
            throw e.problem().code() == ProblemCode.PROOF_INVALID
                    ? new ProblemException(
                            ProblemCode.PROOF_INVALID, e.problem().detail(), Map.of("reason", "device-unknown"))
                    : e;
        }
    }

    private TokenGranted prove() {
        ChallengeIssued challenge = challenge();
        return calls.post("api/v1/tokens", (LateBody) channel -> proof(challenge, channel), TokenGranted.class);
    }

    private TokenRequest proof(ChallengeIssued challenge, Channel channel) {
        String proof = key.sign(channel.token(challenge, device));
        return new TokenRequest(device, challenge.nonce(), proof, channel.binding(challenge.binding()));
    }
}
