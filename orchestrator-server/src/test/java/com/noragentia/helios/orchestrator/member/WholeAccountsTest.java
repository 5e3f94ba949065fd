/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.AccountDeletion;
import com.noragentia.helios.protocol.api.AccountExport;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.ApiTokenSummary;
import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeAccountsTest {

    private static final String ME = "/api/v1/me";

    private final TestClock clock = new TestClock();
    private Network network;
    private Member host;
    private Member guest;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        host = network.firstMember();
        EnrolmentCode code = host.post("/api/v1/me/invitations", Map.of()).as(EnrolmentCode.class);
        guest = new Member(network::address, Network.newKey(), "guest").enrol(code.code());
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void an_invitation_makes_a_new_member_and_is_remembered() {
        assertThat(id(guest)).isNotEqualTo(id(host));
        assertThat(export(guest).invitedBy()).isEqualTo(id(host));
        assertThat(export(host).invitedBy()).isNull();
        try (Store store = SqliteStore.open(network.data().resolve("helios.db"))) {
            Members members = new Members(store, new Secrets(new SecureRandom()), clock);
            Optional<String> inviter = store.read(tx -> members.inviterOf(tx, id(guest)));
            assertThat(inviter).contains(id(host));
        }
    }

    @Test
    void the_export_holds_what_is_known_and_no_secret() {
        ApiTokenCreated token = guest.post("/api/v1/me/tokens", new ApiTokenRequest("notebook", Set.of(Scope.READ), 1))
                .as(ApiTokenCreated.class);

        String job = guest.ask("Where is the harbour?");

        AccountExport export = export(guest);

        assertThat(String.valueOf(export.parts().get("jobs"))).contains(job, "chat", "queued");
        assertThat(guest.get(ME + "/export").body()).doesNotContain("harbour");
        assertThat(export.version()).isEqualTo(WholeAccounts.EXPORT_VERSION);
        assertThat(export.devices()).extracting(DeviceSummary::name).containsExactly("guest");
        assertThat(export.tokens()).extracting(ApiTokenSummary::label).containsExactly("notebook");
        assertThat(guest.get(ME + "/export").body()).doesNotContain(token.token());
    }

    @Test
    void a_deleted_account_is_gone_with_its_devices_and_tokens() {
        String gone = id(host);
        Member phone = network.anotherDevice(host, "phone");
        phone.post(ME + "/tokens", new ApiTokenRequest("notebook", Set.of(Scope.READ), 1));
        phone.post(ME + "/web-links", Map.of());
        host.post(ME + "/invitations", Map.of());

        assertThat(delete(host).status()).isEqualTo(204);

        assertThat(host.get(ME).problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(phone.get(ME).problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(phone.tryToken(phone.challenge()).problem()).isEqualTo(ProblemCode.PROOF_INVALID);
        assertThat(guest.get(ME + "/export").body()).doesNotContain(gone);
    }

    @Test
    void a_stolen_token_deletes_nothing() {
        ChallengeIssued challenge = host.challenge();
        String byThief = Network.newKey().sign(Proofs.deletion(challenge.server(), challenge.nonce(), id(host)));

        assertThat(host.delete(ME, new AccountDeletion(challenge.nonce(), byThief))
                        .problem())
                .isEqualTo(ProblemCode.PROOF_INVALID);
        assertThat(host.get(ME).status()).isEqualTo(200);
    }

    @Test
    void a_proof_made_to_delete_one_account_deletes_no_other() {
        ChallengeIssued challenge = host.challenge();
        String ofGuest = host.key().sign(Proofs.deletion(challenge.server(), challenge.nonce(), id(guest)));

        assertThat(host.delete(ME, new AccountDeletion(challenge.nonce(), ofGuest))
                        .problem())
                .isEqualTo(ProblemCode.PROOF_INVALID);
    }

    @Test
    void a_revoked_key_is_not_taken_again_after_its_account_has_gone() {
        Member phone = network.anotherDevice(host, "phone");
        assertThat(host.delete(ME + "/devices/" + phone.device()).status()).isEqualTo(204);

        assertThat(delete(host).status()).isEqualTo(204);

        assertThat(phone.tryEnrol(invitation()).problem()).isEqualTo(ProblemCode.DEVICE_REVOKED);
        assertThat(host.tryEnrol(invitation()).status()).as("a good key").isEqualTo(201);
    }

    @Test
    void a_conviction_is_not_washed_off_by_leaving() {
        Member tower = network.anotherDevice(host, "tower");
        try (Store store = SqliteStore.open(network.data().resolve("helios.db"))) {
            store.write(tx -> tx.statements()
                    .update(
                            "INSERT INTO reputation VALUES (?, 'm', ?, 0, 10, ?, 0, ?)",
                            tower.device(),
                            id(host),
                            clock.millis(),
                            clock.millis()));
        }

        assertThat(delete(host).status()).isEqualTo(204);

        assertThat(tower.tryEnrol(invitation()).problem()).isEqualTo(ProblemCode.DEVICE_REVOKED);
        assertThat(host.tryEnrol(invitation()).status()).as("a good key").isEqualTo(201);
    }

    @Test
    void work_that_is_open_ends_with_the_account_and_a_late_answer_changes_nothing() {
        Member asks = network.anotherMember("asks");
        String member = id(asks);
        try (Worker worker = Worker.join(host).ready()) {
            asks.ask("Where is the harbour?");
            ToWorker.RunTask task = worker.hearEventually(ToWorker.RunTask.class);

            assertThat(delete(asks).status()).isEqualTo(204);
            worker.hearEventually(ToWorker.CancelTask.class);
            worker.complete(task, "There.");
            guest.get(ME);
        }

        try (Store store = SqliteStore.open(network.data().resolve("helios.db"))) {
            List<String> jobs = store.read(
                    tx -> tx.statements().list("SELECT state || ' ' || member FROM job", row -> row.getString(1)));
            List<String> accounts = store.read(tx -> tx.statements()
                    .list("SELECT member FROM ledger_member WHERE member = ?", row -> row.getString(1), member));
            assertThat(jobs).containsExactly("CANCELLED ");
            assertThat(accounts).isEmpty();
        }
    }

    private String invitation() {
        return guest.post(ME + "/invitations", Map.of()).as(EnrolmentCode.class).code();
    }

    private static Reply delete(Member member) {
        ChallengeIssued challenge = member.challenge();
        String proof = member.key().sign(Proofs.deletion(challenge.server(), challenge.nonce(), id(member)));
        return member.delete(ME, new AccountDeletion(challenge.nonce(), proof));
    }

    private static String id(Member member) {
        return member.get(ME).as(AccountSummary.class).member();
    }

    private static AccountExport export(Member member) {
        return member.get(ME + "/export").as(AccountExport.class);
    }
}
