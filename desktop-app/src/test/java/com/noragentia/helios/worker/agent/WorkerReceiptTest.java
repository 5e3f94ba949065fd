/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.worker.receipt.OwnKeys;
import com.noragentia.helios.worker.receipt.ReceiptAudit;
import com.noragentia.helios.worker.receipt.SmallLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

/** What a worker does with the receipts that come over its channel. */
class WorkerReceiptTest extends WorkerAgentFixture {

    @Test
    void receipts_are_signed_and_kept_over_a_reconnect() throws InterruptedException, IOException {
        SmallLedger ledger = new SmallLedger(channel.key()).task(SmallLedger.DEVICE, "task", "l-1");
        WebSocket session = answered();
        ScriptedChannel.say(session, new ToWorker.Receipts(ledger.batch(0, 0)));
        assertThat(channel.hearsOfLedger(FromWorker.ReceiptsSigned.class).size())
                .isEqualTo(1);
        cut(session);
        channel.session();

        assertThat(channel.hearsOfLedger(FromWorker.LogKnown.class).size()).isEqualTo(1);
        assertThat(ReceiptAudit.of(
                                receipts,
                                channel.key().verifyingKey(),
                                new OwnKeys(deviceKey.verifyingKey(), List.of()))
                        .receipts())
                .isEqualTo(1);
    }

    @Test
    void an_orchestrator_that_knows_nothing_of_receipts_is_told_nothing_of_them() throws InterruptedException {
        WebSocket newer = greeted();
        channel.hearsOfLedger(FromWorker.LogKnown.class);

        channel.isOfTheFirstVersion();
        cut(newer);
        hosting();

        assertThat(channel.saysNothingOfLedger()).isTrue();
    }

    @Test
    void the_owner_is_told_of_a_fork_and_nothing_is_signed() throws InterruptedException {
        WebSocket session = answered();
        SmallLedger ledger = new SmallLedger(channel.key()).task(SmallLedger.DEVICE, "task", "l-1");
        ScriptedChannel.say(session, new ToWorker.Receipts(ledger.batch(0, 0)));
        channel.hearsOfLedger(FromWorker.ReceiptsSigned.class);
        SmallLedger other = new SmallLedger(channel.key()).task(SmallLedger.DEVICE, "t-1", "l-1");
        ScriptedChannel.say(session, new ToWorker.Receipts(other.batch(1, 0)));

        await().until(() -> reports.contains(new WorkerReport.LedgerDoubted("forked")));

        reports.clear();
        cut(session);
        channel.session();
        await("the next connection, as after a restart, is no fresh start")
                .until(() -> reports.contains(new WorkerReport.LedgerDoubted("forked")));
    }

    @Test
    void an_answer_is_remembered_until_its_receipt_comes() throws InterruptedException, IOException {
        WebSocket session = answered();
        var answered =
                receipts.resolve(channel.key().verifyingKey().fingerprint()).resolve("answered.jsonl");
        assertThat(Files.readString(answered)).contains("commitment");

        SmallLedger ledger = new SmallLedger(channel.key()).task(SmallLedger.DEVICE, "task", "l-1");
        ScriptedChannel.say(session, new ToWorker.Receipts(ledger.batch(0, 0)));
        channel.hearsOfLedger(FromWorker.ReceiptsSigned.class);

        assertThat(Files.readString(answered)).isEmpty();
    }

    /** A worker that knows nothing of the ledger yet, and has answered {@code task} under {@code l-1}. */
    private WebSocket answered() throws InterruptedException {
        WebSocket session = hosting();
        assertThat(channel.hearsOfLedger(FromWorker.LogKnown.class).size()).isZero();
        ScriptedChannel.say(session, task("l-1", 0));
        channel.hears(FromWorker.Completed.class);
        return session;
    }
}
