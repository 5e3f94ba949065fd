/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this computer answered, and the receipts for it. Believes nothing of the ledger that is not proven to go on from what it knew; signs
 * what it keeps. Thread-safe.
 */
public final class ReceiptBook {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptBook.class);

    private final ReceiptFolder folder;
    private final VerifyingKey server;
    private final DeviceKey device;
    private final Clock clock;
    private final OpenAnswers answers;
    private final OwnWork own;
    private Optional<SignedCheckpoint> known;

    /**
     * Opens the book in a folder, which is made if need be.
     *
     * @param server key of the network; what was kept of another network is another book
     */
    public ReceiptBook(Path folder, VerifyingKey server, DeviceKey device, Clock clock) throws IOException {
        this.folder = new ReceiptFolder(folder.resolve(server.fingerprint())).create();
        this.server = server;
        this.device = device;
        this.clock = clock;
        List<Answered> kept = this.folder.answered();
        this.answers = new OpenAnswers(kept, device.verifyingKey());
        this.own = new OwnWork(this.folder, device.verifyingKey(), answers::has);
        this.known = KnownCheckpoint.of(this.folder, server).checkpoint();
        if (kept.size() > OpenAnswers.MOST) {
            this.folder.rewriteAnswered(answers.all());
        }
    }

    /** Size of the newest checkpoint that is kept; 0 for none. */
    public synchronized long known() {
        return known.map(SignedCheckpoint::size).orElse(0L);
    }

    /**
     * What is doubted of the network, whenever that was: {@code FORKED} for good, once it showed two ledgers that cannot both be true; {@code ROLLED_BACK} until
     * it shows one that is proven to hold all that it held before. What cannot be read tells nothing.
     */
    public synchronized Optional<Doubt> standingDoubt() {
        try {
            return folder.evidence() > 0
                    ? Optional.of(Doubt.FORKED)
                    : Optional.of(Doubt.ROLLED_BACK).filter(doubt -> folder.hasRollback());
        } catch (IOException e) {
            LOG.warn("whether there is evidence of a fork cannot be read", e);
            return Optional.empty();
        }
    }

    /** A task was answered under a lease. */
    public synchronized void answered(String task, String lease) {
        Answered answer = new Answered(
                LedgerEntry.commitment(task, lease),
                clock.instant().toEpochMilli(),
                device.verifyingKey().fingerprint());
        answers.add(answer);
        try {
            folder.answered(answer);
        } catch (IOException e) {
            LOG.warn("an answer was not written down; its receipt will come as a surprise", e);
        }
    }

    /** Looks at a batch; keeps and signs it if all is right. */
    public synchronized Judgement heed(ReceiptBatch batch) throws IOException {
        BatchCheck check = new BatchCheck(batch, server);
        Optional<Doubt> doubt = check.doubt(known);
        if (doubt.isPresent()) {
            return refuse(doubt.get(), batch);
        }
        if (!own.isOurs(check.entries())) {
            return refuse(Doubt.FOREIGN, batch);
        }
        SignedCheckpoint checkpoint = check.checkpoint();
        String signature = device.sign(
                Proofs.receipts(device.verifyingKey().fingerprint(), checkpoint.checkpoint(), batch.leaves()));
        folder.keep(new KeptBatch(
                batch,
                signature,
                clock.instant().toEpochMilli(),
                device.verifyingKey().encoded()));
        folder.endRollback(); // all that was known is proven to be in it
        known = Optional.of(checkpoint);
        own.add(check.entries());
        strikeOff(check.entries());
        return new Judgement.Kept(checkpoint.size(), signature);
    }

    private Judgement refuse(Doubt doubt, ReceiptBatch batch) throws IOException {
        LOG.warn("what the network shows of its ledger is not believed: {}", doubt);
        if (doubt.isEvidence() && known.isPresent()) {
            folder.keepEvidence(known.get().note(), batch.checkpoint(), clock.instant());
        } else if (doubt == Doubt.ROLLED_BACK && known.isPresent()) {
            folder.keepRollback(known.get().note(), batch.checkpoint());
        }
        return new Judgement.Refused(doubt);
    }

    private void strikeOff(List<LedgerEntry> entries) throws IOException {
        int before = answers.size();
        for (LedgerEntry entry : entries) {
            LedgerEntry.Facts facts = entry.facts();
            if (facts != null && !answers.remove(facts.commitment())) {
                LOG.info("a receipt came for work that is not remembered here: entry {}", entry.index());
            }
        }
        if (answers.size() < before) {
            folder.rewriteAnswered(answers.all());
            LOG.info("{} receipts kept, {} answers without one", before - answers.size(), missing());
        }
    }

    /** Answers for which no receipt has come in time. */
    public synchronized int missing() {
        return answers.missing(clock.instant());
    }

    /** The same of a book that nobody opens for it, as a worker may be writing in it: nothing is changed. */
    public static int missing(Path folder, VerifyingKey server, VerifyingKey device, Clock clock) throws IOException {
        List<Answered> kept = new ReceiptFolder(folder.resolve(server.fingerprint())).answered();
        return new OpenAnswers(kept, device).missing(clock.instant());
    }
}
