/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Checks all receipts that are kept, as if they had just come, and adds up what they say. For one use. */
public final class ReceiptAudit {

    /** So many months before the running one are kept. */
    public static final int MONTHS_KEPT = ReceiptFolder.MONTHS_KEPT;

    private final ReceiptFolder folder;
    private final VerifyingKey server;
    private final OwnKeys keys;
    private final Tally own = new Tally();
    private final Tally unknown = new Tally();
    private int ofFormer;
    private Optional<SignedCheckpoint> newest = Optional.empty();
    private Optional<Doubt> doubt = Optional.empty();
    private Optional<Line> unreadable = Optional.empty();

    /**
     * What was found. What is earned, matured and burned is of the receipts that this computer signed.
     *
     * @param since the oldest month (UTC) of which there are receipts; those before {@link #MONTHS_KEPT} months are deleted
     * @param receipts that are kept, each counted once
     * @param earned by tasks and canaries
     * @param matured of it
     * @param burned of it, for a failed check
     * @param former of the receipts, signed with an earlier key of this computer
     * @param unknown of the receipts, signed with a key that is not known to be this computer's; the network's proofs of them hold
     * @param unknownEarned what those say was earned, beside {@code earned}
     * @param forks how often two ledgers were shown
     * @param isRolledBack whether the ledger that was shown last is shorter than one before
     * @param doubt about the first that is wrong
     * @param unreadable the first line that cannot be read
     */
    public record Findings(
            Optional<YearMonth> since,
            int receipts,
            Credits earned,
            Credits matured,
            Credits burned,
            int former,
            int unknown,
            Credits unknownEarned,
            int forks,
            boolean isRolledBack,
            Optional<Doubt> doubt,
            Optional<Line> unreadable) {

        /** Whether nothing of what is kept is shown to be wrong. Of an unknown key nobody can say whether it was this computer's. */
        public boolean isSound() {
            return doubt.isEmpty() && unreadable.isEmpty() && forks == 0 && !isRolledBack;
        }
    }

    /**
     * Where in the book something is.
     *
     * @param number from 1
     */
    public record Line(Path file, int number) {}

    private ReceiptAudit(ReceiptFolder folder, VerifyingKey server, OwnKeys keys) {
        this.folder = folder;
        this.server = server;
        this.keys = keys;
    }

    /** Checks the book of a network in this folder. */
    public static Findings of(Path folder, VerifyingKey server, OwnKeys keys) throws IOException {
        ReceiptFolder files = new ReceiptFolder(folder.resolve(server.fingerprint()));
        return new ReceiptAudit(files, server, keys).findings();
    }

    private Findings findings() throws IOException {
        for (Path month : folder.months()) {
            List<Integer> numbers = folder.read(month, this::check);
            unreadable = unreadable.or(() -> numbers.stream().findFirst().map(number -> new Line(month, number)));
        }
        if (KnownCheckpoint.of(folder, server).isDamaged()) {
            unreadable = unreadable.or(() -> Optional.of(new Line(folder.checkpointFile(), 1)));
        }
        return new Findings(
                folder.since(),
                own.size() + unknown.size(),
                own.earned(),
                own.matured(),
                own.burned(),
                ofFormer,
                unknown.size(),
                unknown.earned(),
                folder.evidence(),
                folder.hasRollback(),
                doubt,
                unreadable);
    }

    private void check(KeptBatch kept) {
        BatchCheck check = new BatchCheck(kept.batch(), server);
        // A checkpoint without receipts may lie between two batches and was not kept: then the proof begins there. But
        // no ledger grows shorter, and of one size there is one.
        Optional<SignedCheckpoint> before =
                newest.filter(earlier -> kept.batch().since() == earlier.size() || !check.isLongerThan(earlier));
        doubt = doubt.or(() -> check.doubt(before));
        if (doubt.isPresent()) {
            return;
        }
        OwnKeys.Signer signer = keys.signer(kept, check.checkpoint());
        if (signer == OwnKeys.Signer.NOBODY) {
            doubt = Optional.of(Doubt.NOT_OURS);
            return;
        }
        newest = Optional.of(check.checkpoint());
        check.entries().forEach(entry -> count(entry, signer));
    }

    private void count(LedgerEntry entry, OwnKeys.Signer signer) {
        if (signer == OwnKeys.Signer.UNKNOWN) {
            if (!own.has(entry)) {
                unknown.add(entry);
            }
        } else {
            unknown.remove(entry); // the network sends some twice, and one of the two is signed by this computer
            ofFormer += own.add(entry) && signer == OwnKeys.Signer.FORMER_DEVICE ? 1 : 0;
        }
    }
}
