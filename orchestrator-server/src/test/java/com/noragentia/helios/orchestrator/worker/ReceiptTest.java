/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.orchestrator.trial.WrittenLedger;
import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.ConsistencyProof;
import com.noragentia.helios.protocol.crypto.InclusionProof;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.wire.WireException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Receipts, from entries in the database to a worker's signature in it, over a real channel. */
@Timeout(60)
class ReceiptTest {

    private static final String PSEUDONYM = "d1".repeat(16);
    private static final String OTHER = "d2".repeat(16);

    private final TestClock clock = new TestClock();
    private Network network;
    private Store beside;
    private Member member;
    private WrittenLedger ledger;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = network.firstMember();
        beside = SqliteStore.open(data.resolve("helios.db"));
        WrittenLedger.name(beside, "somebody", member.device(), PSEUDONYM);
        ledger = new WrittenLedger(beside);
    }

    @AfterEach
    void stop() {
        beside.close();
        network.close();
    }

    private static Checkpoint checkpoint(ReceiptBatch batch) {
        return Checkpoint.of(batch.checkpoint()).orElseThrow();
    }

    private ReceiptBatch begin(Worker worker, long known) {
        worker.say(new FromWorker.LogKnown(known));
        return worker.hearEventually(ToWorker.Receipts.class).batch();
    }

    private void sign(Worker worker, ReceiptBatch batch) {
        String signature = member.key().sign(Proofs.receipts(member.device(), checkpoint(batch), batch.leaves()));
        worker.say(new FromWorker.ReceiptsSigned(checkpoint(batch).size(), signature));
    }

    private long signed() {
        return beside.<Long>read(tx -> tx.statements()
                .first("SELECT COUNT(*) FROM receipt_signed", row -> row.getLong(1))
                .orElseThrow());
    }

    @Test
    void a_worker_gets_a_proof_of_each_entry_that_concerns_it() throws WireException {
        Worker worker = Worker.join(member);
        ReceiptBatch first = begin(worker, 0);
        assertThat(first.receipts()).isEmpty();
        sign(worker, first);
        ledger.tasks(PSEUDONYM, 2).tasks(OTHER, 3).tasks(PSEUDONYM, 1);
        clock.pass(Duration.ofMinutes(1));
        ReceiptBatch batch = worker.hearEventually(ToWorker.Receipts.class).batch();

        Checkpoint now = checkpoint(batch);
        assertThat(new ConsistencyProof(batch.since(), now.size(), batch.consistency())
                        .holds(checkpoint(first).root(), now.root()))
                .isTrue();
        assertThat(batch.receipts()).hasSize(3);
        for (Receipt receipt : batch.receipts()) {
            LedgerEntry entry = LedgerEntry.read(receipt.entry());
            assertThat(new InclusionProof(entry.index(), now.size(), receipt.path()).holds(receipt.leaf(), now.root()))
                    .isTrue();
        }
        sign(worker, batch);
        Awaitility.await().until(() -> signed() == 1);
    }

    @Test
    void what_was_not_signed_comes_again_and_large_numbers_come_in_batches() {
        ledger.tasks(PSEUDONYM, 300);
        clock.pass(Duration.ofMinutes(1));
        Worker deaf = Worker.join(member);
        Awaitility.await().until(() -> dueEntries() == 300);
        assertThat(begin(deaf, 0).receipts()).hasSize(ReceiptBatch.MAX_RECEIPTS);
        deaf.vanish();

        Worker worker = Worker.join(member);
        ReceiptBatch first = begin(worker, 0);
        assertThat(first.receipts()).hasSize(ReceiptBatch.MAX_RECEIPTS);
        sign(worker, first);
        ReceiptBatch second = worker.hearEventually(ToWorker.Receipts.class).batch();
        assertThat(second.receipts()).hasSize(300 - ReceiptBatch.MAX_RECEIPTS);
        sign(worker, second);
        Awaitility.await().until(() -> signed() == 2);
        assertThat(dueEntries()).isZero();
    }

    private long dueEntries() {
        return beside.<Long>read(tx -> tx.statements()
                .first("SELECT COUNT(*) FROM receipt_due", row -> row.getLong(1))
                .orElseThrow());
    }

    @Test
    void a_wrong_signature_ends_the_session_and_is_not_kept() {
        Worker worker = Worker.join(member);
        ledger.tasks(PSEUDONYM, 1);
        Awaitility.await().until(() -> begun(worker));
        clock.pass(Duration.ofMinutes(1));
        ReceiptBatch batch = worker.hearEventually(ToWorker.Receipts.class).batch();
        String wrong = Network.newKey().sign(Proofs.receipts(member.device(), checkpoint(batch), batch.leaves()));
        worker.say(new FromWorker.ReceiptsSigned(checkpoint(batch).size(), wrong));

        assertThat(worker.awaitEnd()).startsWith("1008").contains("signature");
        assertThat(signed()).isZero();
    }

    private boolean begun(Worker worker) {
        sign(worker, begin(worker, 0));
        return true;
    }

    @Test
    void signing_what_was_never_offered_ends_the_session() {
        Worker worker = Worker.join(member);
        worker.say(new FromWorker.ReceiptsSigned(5, "AAAA"));

        assertThat(worker.awaitEnd()).startsWith("1008");
    }

    @Test
    void a_negative_size_ends_the_session() {
        Worker worker = Worker.join(member);
        worker.say(new FromWorker.LogKnown(-1));

        assertThat(worker.awaitEnd()).startsWith("1008");
    }

    @Test
    void a_worker_that_knows_more_than_there_is_may_judge_itself() {
        Worker worker = Worker.join(member);
        ReceiptBatch batch = begin(worker, 1_000_000);

        assertThat(checkpoint(batch).size()).isLessThan(1_000_000);
        assertThat(batch.consistency()).isEqualTo(List.<TreeHash>of());
    }
}
