/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.protocol.api.AccountDeletion;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenList;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.DeviceList;
import com.noragentia.helios.protocol.api.DeviceRename;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.RecoveryKeyRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The member's account: devices, tokens, recovery, the whole of it. What cannot be taken back is proved with the device's key once more.
 * Every call blocks; thread-safe. What goes wrong comes as a {@link com.noragentia.helios.protocol.api.ProblemException}.
 */
public final class AccountClient implements AutoCloseable {

    private final OkHttpClient http;
    private final Login login;
    private final MemberCalls calls;

    /**
     * @param address the orchestrator's
     * @param tokenFile where the access token is kept between processes
     */
    public AccountClient(URI address, Login login, Path tokenFile, Clock clock) {
        this.http = HttpClients.of(address);
        this.login = login;
        OrchestratorCalls open = new OrchestratorCalls(http, address);
        this.calls = new MemberCalls(open, new Tokens(open, login, tokenFile, clock));
    }

    public AccountSummary summary() {
        return calls.call(me(""), AccountSummary.class);
    }

    public DeviceList devices() {
        return calls.call(me("/devices"), DeviceList.class);
    }

    /** @param device an id that {@link #devices} told */
    public DeviceSummary rename(String device, String name) {
        return calls.call(
                one("/devices", device).patch(OrchestratorCalls.json(new DeviceRename(name))), DeviceSummary.class);
    }

    /** Ends a device's membership for good. */
    public void revokeDevice(String device) {
        calls.call(one("/devices", device).delete());
    }

    /** A code with which another device joins this account. */
    public EnrolmentCode deviceCode() {
        return calls.call(me("/enrolment-codes").post(nothing()), EnrolmentCode.class);
    }

    /** A code with which somebody else becomes a member. */
    public EnrolmentCode invitation() {
        return calls.call(me("/invitations").post(nothing()), EnrolmentCode.class);
    }

    public ApiTokenList tokens() {
        return calls.call(me("/tokens"), ApiTokenList.class);
    }

    public ApiTokenCreated createToken(ApiTokenRequest request) {
        return calls.call(me("/tokens").post(OrchestratorCalls.json(request)), ApiTokenCreated.class);
    }

    /** @param token an id that {@link #tokens} told */
    public void revokeToken(String token) {
        calls.call(one("/tokens", token).delete());
    }

    /** From now on this key, and no earlier one, brings a lost account back. */
    public void setRecoveryKey(SigningKey recoveryKey) {
        ChallengeIssued challenge = challenge();
        String publicKey = recoveryKey.verifyingKey().encoded();
        byte[] signed = Proofs.recoveryKey(challenge.server(), challenge.nonce(), publicKey);
        calls.call(me("/recovery-key")
                .put(OrchestratorCalls.json(new RecoveryKeyRequest(
                        publicKey, challenge.nonce(), login.key().sign(signed), recoveryKey.sign(signed)))));
    }

    /** Writes everything that is kept of the member, as JSON. The caller closes {@code target}. */
    public void export(OutputStream target) throws IOException {
        calls.download(me("/export"), target);
    }

    /**
     * Deletes the account for good.
     *
     * @param member its id, part of what is signed
     */
    public void delete(String member) {
        ChallengeIssued challenge = challenge();
        byte[] signed = Proofs.deletion(challenge.server(), challenge.nonce(), member);
        calls.call(me("").delete(OrchestratorCalls.json(
                new AccountDeletion(challenge.nonce(), login.key().sign(signed)))));
    }

    private ChallengeIssued challenge() {
        return login.over(calls.open()).challenge();
    }

    private Request.Builder me(String path) {
        return calls.request("api/v1/me" + path);
    }

    /** One thing of a list; whatever its id is, it cannot lead anywhere else. */
    private Request.Builder one(String path, String id) {
        return new Request.Builder()
                .url(calls.open()
                        .url("api/v1/me" + path)
                        .newBuilder()
                        .addPathSegment(id)
                        .build());
    }

    private static RequestBody nothing() {
        return OrchestratorCalls.json(Map.of());
    }

    @Override
    public void close() {
        HttpClients.close(http);
    }
}
