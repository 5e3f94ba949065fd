/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import java.net.URI;
import okhttp3.OkHttpClient;

/** Makes a device a member's: shows its key and a one-time code, and learns the network's key in return. */
public final class Enrolment {

    private final OkHttpClient http;

    public Enrolment(OkHttpClient http) {
        this.http = http;
    }

    /**
     * Joins the network at {@code orchestrator}.
     *
     * @throws com.noragentia.helios.protocol.api.ProblemException such as ENROLMENT_CODE_INVALID
     */
    public Membership join(URI orchestrator, String code, DeviceIdentity device) {
        String oneTimeCode = code.strip();
        String publicKey = device.key().verifyingKey().encoded();
        String proof = device.key().sign(Proofs.enrolment(oneTimeCode, publicKey, device.name()));
        EnrolmentGranted granted = new OrchestratorCalls(http, orchestrator)
                .post(
                        "api/v1/devices",
                        new EnrolmentRequest(oneTimeCode, publicKey, device.name(), proof),
                        EnrolmentGranted.class);
        return new Membership(orchestrator, granted.member(), granted.device(), granted.serverKey());
    }
}
