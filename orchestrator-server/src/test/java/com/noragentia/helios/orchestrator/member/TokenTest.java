/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.TokenRequest;
import com.noragentia.helios.protocol.crypto.Proofs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest {

    private final TestClock clock = new TestClock();
    private Network network;
    private Member member;

    @BeforeAll
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = network.firstMember();
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @Test
    void a_token_opens_the_door_for_fifteen_minutes() {
        member.login();
        assertThat(member.get("/api/v1/jobs/none").problem()).isEqualTo(ProblemCode.JOB_NOT_FOUND);
        clock.pass(Tokens.LIFE);
        assertThat(member.get("/api/v1/jobs/none").problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void a_nonce_is_good_once() {
        ChallengeIssued challenge = member.challenge();
        assertThat(member.tryToken(challenge).status()).isEqualTo(201);
        assertThat(member.tryToken(challenge).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_nonce_is_good_for_ten_seconds() {
        ChallengeIssued challenge = member.challenge();
        clock.pass(Challenges.LIFE);
        assertThat(member.tryToken(challenge).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_nonce_is_good_for_the_device_it_was_given_to() {
        Member stranger = new Member(network::address, Network.newKey(), "stranger");
        ChallengeIssued theirs = stranger.challenge();
        assertThat(member.tryToken(theirs).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
        assertThat(stranger.tryToken(stranger.challenge()).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_proof_made_for_another_server_is_worthless_here() {
        ChallengeIssued challenge = member.challenge();
        String proof = member.key().sign(Proofs.token("another-server", challenge.nonce(), member.device()));
        Reply reply = member.post("/api/v1/tokens", new TokenRequest(member.device(), challenge.nonce(), proof));
        assertThat(reply.problem()).isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_made_up_token_is_refused() {
        Reply reply = Member.send(member.request("/api/v1/jobs/none").header("Authorization", "Bearer made-up"));
        assertThat(reply.problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }
}
