/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.RecoveryRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.net.URI;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Brings a new device into an account of which nothing is left but the recovery key. */
public final class Recovery {

    private final OkHttpClient http;

    public Recovery(OkHttpClient http) {
        this.http = http;
    }

    /**
     * Joins the account that the recovery key was made for.
     *
     * @throws ProblemException PROOF_INVALID, reason {@code recovery-key}, where no account has this key; NETWORK_UNREACHABLE where the network contradicts itself
     */
    public Membership join(URI orchestrator, SigningKey recoveryKey, DeviceIdentity device) {
        OrchestratorCalls calls = new OrchestratorCalls(http, orchestrator);
        ChallengeIssued challenge = calls.post(
                "api/v1/challenges",
                new ChallengeRequest(recoveryKey.verifyingKey().fingerprint()),
                ChallengeIssued.class);
        String publicKey = device.key().verifyingKey().encoded();
        byte[] signed = Proofs.recovery(challenge.server(), challenge.nonce(), publicKey, device.name());
        EnrolmentGranted granted = granted(
                calls,
                new RecoveryRequest(
                        recoveryKey.verifyingKey().encoded(),
                        publicKey,
                        device.name(),
                        challenge.nonce(),
                        device.key().sign(signed),
                        recoveryKey.sign(signed)));
        ServerKeys.requireFit(challenge.server(), granted.serverKey());
        return new Membership(orchestrator, granted.member(), granted.device(), granted.serverKey());
    }

    private static EnrolmentGranted granted(OrchestratorCalls calls, RecoveryRequest request) {
        try {
            return calls.post("api/v1/recoveries", request, EnrolmentGranted.class);
        } catch (ProblemException e) {
            // The network tells nobody which keys exist; that one of ours opens nothing has few reasons.
            throw e.problem().code() == ProblemCode.PROOF_INVALID
                    ? new ProblemException(
                            ProblemCode.PROOF_INVALID, e.problem().detail(), Map.of("reason", "recovery-key"))
                    : e;
        }
    }
}
