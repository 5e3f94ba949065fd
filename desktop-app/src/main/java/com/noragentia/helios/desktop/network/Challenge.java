/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.Map;

/** Asks for something to sign, and makes sure that the network this device joined is the one that gives it. */
record Challenge(OrchestratorCalls calls, Login login) {

    /** @throws ProblemException NETWORK_UNREACHABLE, reason {@code stranger}, if another network answers */
    ChallengeIssued ask() {
        ChallengeIssued challenge =
                calls.post("api/v1/challenges", new ChallengeRequest(login.device()), ChallengeIssued.class);
        if (!challenge.server().equals(login.network())) {
            throw new ProblemException(
                    ProblemCode.NETWORK_UNREACHABLE,
                    "another network answers than the one this device joined",
                    Map.of("reason", "stranger"));
        }
        return challenge;
    }
}
