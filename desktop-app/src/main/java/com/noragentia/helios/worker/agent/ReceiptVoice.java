/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.worker.receipt.Judgement;
import com.noragentia.helios.worker.receipt.ReceiptBook;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to the orchestrator what comes of its receipts, and to the owner if they cannot be believed. Thread-safe. */
record ReceiptVoice(ReceiptBook book, Consumer<WorkerReport> reports) {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptVoice.class);

    void greet(Outbox outbox) {
        outbox.send(new FromWorker.LogKnown(book.known()));
    }

    void heed(ReceiptBatch batch, Outbox outbox) {
        try {
            switch (book.heed(batch)) {
                case Judgement.Kept kept -> outbox.send(new FromWorker.ReceiptsSigned(kept.size(), kept.signature()));
                case Judgement.Refused refused ->
                    reports.accept(new WorkerReport.LedgerDoubted(
                            refused.doubt().name().toLowerCase(Locale.ROOT)));
            }
        } catch (IOException e) {
            LOG.warn("receipts could not be kept; they will be sent again", e);
        }
    }
}
