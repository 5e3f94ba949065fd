/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.RecoveryRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.net.URI;
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
     * @throws ProblemException PROOF_INVALID where no account has this key; NETWORK_UNREACHABLE where the network contradicts itself
     */
    public Membership join(URI orchestrator, SigningKey recoveryKey, DeviceIdentity device) {
        OrchestratorCalls calls = new OrchestratorCalls(http, orchestrator);
        ChallengeIssued challenge = calls.post(
                "api/v1/challenges",
                new ChallengeRequest(recoveryKey.verifyingKey().fingerprint()),
                ChallengeIssued.class);
        String publicKey = device.key().verifyingKey().encoded();
        byte[] signed = Proofs.recovery(challenge.server(), challenge.nonce(), publicKey, device.name());
        EnrolmentGranted granted = calls.post(
                "api/v1/recoveries",
                new RecoveryRequest(
                        recoveryKey.verifyingKey().encoded(),
                        publicKey,
                        device.name(),
                        challenge.nonce(),
                        device.key().sign(signed),
                        recoveryKey.sign(signed)),
                EnrolmentGranted.class);
        ServerKeys.requireFit(challenge.server(), granted.serverKey());
        return new Membership(orchestrator, granted.member(), granted.device(), granted.serverKey());
    }
}
