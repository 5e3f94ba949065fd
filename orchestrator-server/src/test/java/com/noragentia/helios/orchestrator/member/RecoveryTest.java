/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.RecoveryKeyRequest;
import com.noragentia.helios.protocol.api.RecoveryRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final String KEY = "/api/v1/me/recovery-key";

    private final TestClock clock = new TestClock();
    private final SigningKey recovery = Network.newKey();
    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void a_recovery_key_brings_a_new_device_into_the_account_whose_devices_are_lost() {
        assertThat(register(recovery).status()).isEqualTo(204);
        AccountSummary account = member.get("/api/v1/me").as(AccountSummary.class);
        assertThat(account.recoverable()).isTrue();
        Member fresh = stranger();

        EnrolmentGranted granted =
                fresh.post("/api/v1/recoveries", request(fresh, recovery)).as(EnrolmentGranted.class);

        assertThat(granted.member()).isEqualTo(account.member());
        assertThat(fresh.login().delete("/api/v1/me/devices/" + member.device()).status())
                .isEqualTo(204);
    }

    @Test
    void a_request_that_was_overheard_is_worth_nothing() {
        register(recovery);
        Member fresh = stranger();
        RecoveryRequest request = request(fresh, recovery);
        fresh.post("/api/v1/recoveries", request);

        assertThat(fresh.post("/api/v1/recoveries", request).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_late_request_is_refused() {
        register(recovery);
        Member fresh = stranger();
        RecoveryRequest request = request(fresh, recovery);
        clock.pass(Challenges.LIFE);

        assertThat(fresh.post("/api/v1/recoveries", request).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_key_that_nobody_registered_opens_nothing() {
        Member fresh = stranger();

        assertThat(fresh.post("/api/v1/recoveries", request(fresh, recovery)).problem())
                .isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_forgotten_key_opens_nothing_any_more() {
        register(recovery);
        Member fresh = stranger();
        RecoveryRequest request = request(fresh, recovery);

        assertThat(member.delete(KEY).status()).isEqualTo(204);

        assertThat(fresh.post("/api/v1/recoveries", request).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void who_knows_the_public_key_only_gets_nowhere() {
        register(recovery);
        Member thief = stranger();
        RecoveryRequest good = request(thief, recovery);

        RecoveryRequest forged = new RecoveryRequest(
                good.recoveryKey(), good.publicKey(), good.deviceName(), good.nonce(), good.proof(), good.proof());

        assertThat(thief.post("/api/v1/recoveries", forged).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_stolen_token_does_not_set_the_recovery_key() {
        ChallengeIssued challenge = member.challenge();
        String key = recovery.verifyingKey().encoded();
        String byThief = recovery.sign(Proofs.recoveryKey(challenge.server(), challenge.nonce(), key));

        Reply reply = member.put(KEY, new RecoveryKeyRequest(key, challenge.nonce(), byThief, byThief));

        assertThat(reply.problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_recovery_key_has_one_use() {
        register(recovery);
        Member other = network.anotherMember("other");

        assertThat(register(other, recovery).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(register(member, member.key()).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(register(recovery).status()).isEqualTo(204);
    }

    private Reply register(SigningKey key) {
        return register(member, key);
    }

    private static Reply register(Member member, SigningKey key) {
        ChallengeIssued challenge = member.challenge();
        String encoded = key.verifyingKey().encoded();
        byte[] signed = Proofs.recoveryKey(challenge.server(), challenge.nonce(), encoded);
        return member.put(
                KEY,
                new RecoveryKeyRequest(encoded, challenge.nonce(), member.key().sign(signed), key.sign(signed)));
    }

    private Member stranger() {
        return new Member(network::address, Network.newKey(), "new laptop");
    }

    private static RecoveryRequest request(Member fresh, SigningKey recovery) {
        ChallengeIssued challenge = fresh.post(
                        "/api/v1/challenges",
                        new ChallengeRequest(recovery.verifyingKey().fingerprint()))
                .as(ChallengeIssued.class);
        String publicKey = fresh.key().verifyingKey().encoded();
        byte[] signed = Proofs.recovery(challenge.server(), challenge.nonce(), publicKey, "new laptop");
        return new RecoveryRequest(
                recovery.verifyingKey().encoded(),
                publicKey,
                "new laptop",
                challenge.nonce(),
                fresh.key().sign(signed),
                recovery.sign(signed));
    }
}
