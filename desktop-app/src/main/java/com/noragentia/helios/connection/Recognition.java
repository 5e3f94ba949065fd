/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.EnrolmentTerms;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.TokenGranted;
import java.net.URI;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Brings back the membership of a device that has its key but has lost the note of where it belongs. Without this, joining anew would move the
 * device into a new account, and leave the old one to nobody.
 */
public final class Recognition {

    private final OkHttpClient http;

    public Recognition(OkHttpClient http) {
        this.http = http;
    }

    /**
     * Asks the network whether it knows this device.
     *
     * @return empty if it does not
     * @throws ProblemException if it does not answer, contradicts itself, or has removed the device
     */
    public Optional<Membership> membership(URI orchestrator, DeviceIdentity device) {
        OrchestratorCalls calls = new OrchestratorCalls(http, orchestrator);
        EnrolmentTerms terms = calls.call(calls.request("api/v1/enrolment").build(), EnrolmentTerms.class);
        ServerKeys.requireFit(terms.server(), terms.serverKey());
        try {
            TokenGranted granted = new DeviceProof(calls, terms.server(), device.id(), device.key()).token();
            AccountSummary account = calls.call(
                    calls.request("api/v1/me")
                            .header("Authorization", "Bearer " + granted.token())
                            .build(),
                    AccountSummary.class);
            return Optional.of(new Membership(orchestrator, account.member(), device.id(), terms.serverKey()));
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.PROOF_INVALID) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
