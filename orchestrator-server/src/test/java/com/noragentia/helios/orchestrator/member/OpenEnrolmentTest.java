/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.AddressRange;
import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.ops.Configuration;
import com.noragentia.helios.orchestrator.ops.NetworkRules;
import com.noragentia.helios.orchestrator.ops.Orchestrator;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.AccountDeletion;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChallengeRequest;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.EnrolmentTerms;
import com.noragentia.helios.protocol.api.MembershipRequest;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.SolvedPuzzle;
import com.noragentia.helios.protocol.crypto.Hashcash;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenEnrolmentTest {

    private final TestClock clock = new TestClock();
    private final SigningKey key = Network.newKey();
    private Path data = Path.of("");
    private Orchestrator orchestrator;
    private Member member;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        data = folder;
        orchestrator = Orchestrator.start(configuration(data, EnrolmentPolicy.OPEN), clock);
        member = new Member(() -> orchestrator.address().toString(), key, "laptop");
    }

    private static Configuration configuration(Path data, EnrolmentPolicy policy) {
        List<AddressRange> proxies = AddressRange.parse("127.0.0.1").stream().toList();
        return new Configuration(
                data,
                "127.0.0.1",
                0,
                "INFO",
                Optional.empty(),
                proxies,
                true,
                Optional.empty(),
                new NetworkRules(policy, Access.EVERYONE, false, Duration.ZERO));
    }

    @AfterEach
    void stop() {
        orchestrator.close();
    }

    @Test
    void a_device_that_solves_the_puzzle_founds_an_account() throws InterruptedException {
        EnrolmentGranted granted = found(solved(key)).as(EnrolmentGranted.class);

        assertThat(granted.device()).isEqualTo(member.device());
        AccountSummary account = member.login().get("/api/v1/me").as(AccountSummary.class);
        assertThat(account.member()).isEqualTo(granted.member());
        assertThat(account.devices()).isEqualTo(1);
        assertThat(account.recoverable()).isFalse();
    }

    @Test
    void who_asks_again_gets_the_same_account() throws InterruptedException {
        MembershipRequest request = solved(key);

        assertThat(found(request).as(EnrolmentGranted.class))
                .isEqualTo(found(request).as(EnrolmentGranted.class));
    }

    @Test
    void without_the_work_there_is_no_account() throws InterruptedException {
        MembershipRequest good = solved(key);

        assertThat(found(new MembershipRequest(
                                good.publicKey(), good.deviceName(), good.puzzle(), good.solution() + 1, good.proof()))
                        .problem())
                .isEqualTo(ProblemCode.PUZZLE_UNSOLVED);
        assertThat(found(new MembershipRequest(
                                Network.newKey().verifyingKey().encoded(),
                                good.deviceName(),
                                good.puzzle(),
                                good.solution(),
                                good.proof()))
                        .problem())
                .isEqualTo(ProblemCode.PUZZLE_UNSOLVED);
    }

    @Test
    void the_work_of_one_key_is_worth_nothing_with_the_proof_of_another() throws InterruptedException {
        MembershipRequest good = solved(key);
        String forged = Network.newKey()
                .sign(Proofs.membership(terms().server(), good.puzzle(), good.publicKey(), good.deviceName()));

        assertThat(found(new MembershipRequest(
                                good.publicKey(), good.deviceName(), good.puzzle(), good.solution(), forged))
                        .problem())
                .isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void work_cannot_be_done_in_advance() throws InterruptedException {
        MembershipRequest request = solved(key);
        clock.pass(Puzzles.CHANGE);
        assertThat(found(request).status()).isEqualTo(201);
        clock.pass(Puzzles.CHANGE);
        assertThat(found(request).problem()).isEqualTo(ProblemCode.PUZZLE_UNSOLVED);
    }

    @Test
    void one_network_founds_five_accounts_a_day() throws InterruptedException {
        for (int i = 1; i <= 5; i++) {
            assertThat(found(solved(Network.newKey()), "203.0.113." + i).status())
                    .isEqualTo(201);
        }
        MembershipRequest sixth = solved(Network.newKey());

        assertThat(found(sixth, "203.0.113.250").problem()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(found(sixth, "203.0.114.1").status()).isEqualTo(201);
    }

    @Test
    void an_invitation_counts_like_a_founding_without_one() throws InterruptedException {
        found(solved(key), "203.0.113.1");
        member.login();
        for (int i = 2; i <= 5; i++) {
            assertThat(invited("203.0.113." + i).status()).isEqualTo(201);
        }

        assertThat(invited("203.0.113.250").problem()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(found(solved(Network.newKey()), "203.0.113.251").problem()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(invited("203.0.114.1").status()).isEqualTo(201);
    }

    @Test
    void an_invitation_into_an_open_network_wants_the_work_and_stays_good_until_it_is_done() throws Exception {
        found(solved(key), "203.0.113.1");
        member.login();
        String code = member.post("/api/v1/me/invitations", Map.of())
                .as(EnrolmentCode.class)
                .code();
        SigningKey mine = Network.newKey();
        Member guest = new Member(() -> orchestrator.address().toString(), mine, "laptop");

        assertThat(guest.tryEnrol(code, null, "203.0.114.2").problem()).isEqualTo(ProblemCode.PUZZLE_UNSOLVED);
        assertThat(guest.tryEnrol(code, work(Network.newKey()), "203.0.114.2").problem())
                .isEqualTo(ProblemCode.PUZZLE_UNSOLVED);
        assertThat(guest.tryEnrol(code, work(mine), "203.0.114.2").status()).isEqualTo(201);
    }

    @Test
    void a_device_of_ones_own_needs_neither_work_nor_room_in_the_count() throws InterruptedException {
        found(solved(key), "203.0.113.1");
        member.login();
        for (int i = 0; i <= Foundings.PER_NETWORK; i++) {
            String code = member.post("/api/v1/me/enrolment-codes", Map.of())
                    .as(EnrolmentCode.class)
                    .code();
            Member another = new Member(() -> orchestrator.address().toString(), Network.newKey(), "phone");
            assertThat(another.tryEnrol(code, null, "203.0.113.9").status()).isEqualTo(201);
        }
    }

    private Reply invited(String from) throws InterruptedException {
        String code = member.post("/api/v1/me/invitations", Map.of())
                .as(EnrolmentCode.class)
                .code();
        SigningKey mine = Network.newKey();
        return new Member(() -> orchestrator.address().toString(), mine, "laptop").tryEnrol(code, work(mine), from);
    }

    private SolvedPuzzle work(SigningKey mine) throws InterruptedException {
        MembershipRequest solved = solved(mine);
        return new SolvedPuzzle(solved.puzzle(), solved.solution());
    }

    @Test
    void neither_a_restart_nor_half_a_day_nor_a_deletion_gives_a_network_a_sixth() throws Exception {
        for (int i = 1; i <= 4; i++) {
            assertThat(found(solved(Network.newKey()), "203.0.113." + i).status())
                    .isEqualTo(201);
        }
        clock.pass(Duration.ofHours(12));
        assertThat(found(solved(key), "203.0.113.5").status()).isEqualTo(201);
        deleteAccount();
        orchestrator.close();
        orchestrator = Orchestrator.start(configuration(data, EnrolmentPolicy.OPEN), clock);

        Reply sixth = found(solved(Network.newKey()), "203.0.113.6");
        assertThat(sixth.problem()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(sixth.as(Problem.class).values()).containsEntry("retryAfter", Integer.toString(12 * 60 * 60));

        clock.pass(Duration.ofHours(12));
        for (int i = 1; i <= 4; i++) {
            assertThat(found(solved(Network.newKey()), "203.0.113." + i).status())
                    .isEqualTo(201);
        }
        assertThat(found(solved(Network.newKey()), "203.0.113.7").problem()).isEqualTo(ProblemCode.RATE_LIMITED);
    }

    private void deleteAccount() {
        member.login();
        String account = member.get("/api/v1/me").as(AccountSummary.class).member();
        ChallengeIssued challenge = member.post("/api/v1/challenges", new ChallengeRequest(member.device()))
                .as(ChallengeIssued.class);
        String proof = key.sign(Proofs.deletion(challenge.server(), challenge.nonce(), account));
        Reply deleted = member.delete("/api/v1/me", new AccountDeletion(challenge.nonce(), proof));
        assertThat(deleted.status()).isEqualTo(204);
    }

    @Test
    void no_network_is_kept_by_its_name() throws Exception {
        found(solved(key), "203.0.113.77");
        orchestrator.close();

        try (SqliteStore store = SqliteStore.open(data.resolve("helios.db"))) {
            List<String> kept =
                    store.read(tx -> tx.statements().list("SELECT network FROM founding", row -> row.getString(1)));
            assertThat(kept).singleElement().asString().hasSizeGreaterThan(40).doesNotContain("cb0071");
        }
    }

    @Test
    void a_network_of_invited_members_lets_nobody_in_without_a_code(@TempDir Path other) throws Exception {
        try (Orchestrator closed = Orchestrator.start(configuration(other, EnrolmentPolicy.INVITED), clock)) {
            Member stranger = new Member(() -> closed.address().toString(), key, "laptop");
            EnrolmentTerms terms = stranger.get("/api/v1/enrolment").as(EnrolmentTerms.class);
            assertThat(terms.policy()).isEqualTo(EnrolmentPolicy.INVITED);

            Reply reply = stranger.post("/api/v1/members", new MembershipRequest("k", "laptop", "p", 0, "s"));

            assertThat(reply.problem()).isEqualTo(ProblemCode.ENROLMENT_CLOSED);
        }
    }

    @Test
    void a_puzzle_of_an_hour_is_not_asked_of_the_clock_alone() {
        String before = terms().puzzle();
        clock.pass(Duration.ofHours(1));
        assertThat(terms().puzzle()).isNotEqualTo(before);
    }

    private EnrolmentTerms terms() {
        return member.get("/api/v1/enrolment").as(EnrolmentTerms.class);
    }

    private MembershipRequest solved(SigningKey mine) throws InterruptedException {
        EnrolmentTerms terms = terms();
        String publicKey = mine.verifyingKey().encoded();
        long solution = new Hashcash(terms.server(), terms.puzzle(), publicKey, terms.puzzleBits()).solve();
        String proof = mine.sign(Proofs.membership(terms.server(), terms.puzzle(), publicKey, "laptop"));
        return new MembershipRequest(publicKey, "laptop", terms.puzzle(), solution, proof);
    }

    private Reply found(MembershipRequest request) {
        return member.post("/api/v1/members", request);
    }

    private Reply found(MembershipRequest request, String from) {
        return Member.send(member.request("/api/v1/members")
                .header("X-Forwarded-For", from)
                .post(RequestBody.create(JsonCodec.encode(request))));
    }
}
