/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.worker.receipt.Doubt;
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

    /** Tells the owner of a fork or rollback again: who starts this program anew must not think that all is well. */
    void greet(Outbox outbox) {
        book.standingDoubt().ifPresent(this::doubt);
        outbox.send(new FromWorker.LogKnown(book.known()));
    }

    void heed(ReceiptBatch batch, Outbox outbox) {
        boolean wasDoubted = book.standingDoubt().isPresent();
        try {
            switch (book.heed(batch)) {
                case Judgement.Kept kept -> {
                    outbox.send(new FromWorker.ReceiptsSigned(kept.size(), kept.signature()));
                    if (wasDoubted && book.standingDoubt().isEmpty()) {
                        reports.accept(new WorkerReport.LedgerGoesOn());
                    }
                }
                case Judgement.Refused refused -> doubt(refused.doubt());
            }
        } catch (IOException e) {
            LOG.warn("receipts could not be kept; they will be sent again", e);
        }
    }

    private void doubt(Doubt doubt) {
        reports.accept(new WorkerReport.LedgerDoubted(doubt.name().toLowerCase(Locale.ROOT)));
    }
}
