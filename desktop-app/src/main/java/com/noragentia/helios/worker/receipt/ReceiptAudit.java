/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks all receipts that are kept, as if they had just come, and adds up what they say. For one use. */
public final class ReceiptAudit {

    private final ReceiptFolder folder;
    private final VerifyingKey server;
    private final VerifyingKey device;
    private final Set<Long> indexes = new HashSet<>();
    private final Map<EntryKind, Credits> pending = new EnumMap<>(EntryKind.class);
    private int ofFormer;
    private int ofUnknown;
    private Optional<SignedCheckpoint> newest = Optional.empty();
    private Optional<Doubt> doubt = Optional.empty();
    private Optional<Line> unreadable = Optional.empty();

    /**
     * What was found.
     *
     * @param receipts that are kept, each counted once
     * @param earned by tasks and canaries
     * @param matured of it
     * @param burned of it, for a failed check
     * @param former of the receipts, signed with an earlier key of this computer
     * @param unsigned of the receipts, kept by an earlier version and signed with a key that nothing tells of any more; the rest of them is
     *     checked as ever
     * @param forks how often two ledgers were shown
     * @param doubt about the first that is wrong
     * @param unreadable the first line that cannot be read
     */
    public record Findings(
            int receipts,
            Credits earned,
            Credits matured,
            Credits burned,
            int former,
            int unsigned,
            int forks,
            Optional<Doubt> doubt,
            Optional<Line> unreadable) {

        /** Whether all that is kept is as it should be. */
        public boolean isSound() {
            return doubt.isEmpty() && unreadable.isEmpty() && forks == 0;
        }
    }

    /**
     * Where in the book something is.
     *
     * @param number from 1
     */
    public record Line(Path file, int number) {}

    private ReceiptAudit(ReceiptFolder folder, VerifyingKey server, VerifyingKey device) {
        this.folder = folder;
        this.server = server;
        this.device = device;
    }

    /**
     * Checks the book of a network in this folder.
     *
     * @param device the key of this computer now; what it signed with an earlier one is checked with that
     */
    public static Findings of(Path folder, VerifyingKey server, VerifyingKey device) throws IOException {
        ReceiptFolder files = new ReceiptFolder(folder.resolve(server.fingerprint()));
        return new ReceiptAudit(files, server, device).findings();
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
                indexes.size(),
                sum(EntryKind.TASK).plus(sum(EntryKind.CANARY)),
                sum(EntryKind.MATURED).negated(),
                sum(EntryKind.BURNED).negated(),
                ofFormer,
                ofUnknown,
                folder.evidence(),
                doubt,
                unreadable);
    }

    private Credits sum(EntryKind kind) {
        return pending.getOrDefault(kind, Credits.ZERO);
    }

    private void check(KeptBatch kept) {
        BatchCheck check = new BatchCheck(kept.batch(), server);
        // A checkpoint without receipts lies between two batches and was not kept: then the proof begins there.
        Optional<SignedCheckpoint> before =
                newest.filter(earlier -> kept.batch().since() == earlier.size());
        doubt = doubt.or(() -> check.doubt(before));
        if (doubt.isPresent()) {
            return;
        }
        Signer signer = signer(kept, check);
        if (signer == Signer.NOBODY) {
            doubt = Optional.of(Doubt.NOT_OURS);
            return;
        }
        newest = Optional.of(check.checkpoint());
        check.entries().forEach(entry -> count(entry, signer));
    }

    /** With which key a batch was signed. */
    private enum Signer {
        THIS_DEVICE,
        FORMER_DEVICE,
        UNKNOWN,
        NOBODY
    }

    private Signer signer(KeptBatch kept, BatchCheck check) {
        if (isSigned(kept, check, device)) {
            return Signer.THIS_DEVICE;
        }
        String former = kept.device();
        if (former == null) {
            return Signer.UNKNOWN;
        }
        try {
            return isSigned(kept, check, VerifyingKey.decode(former)) ? Signer.FORMER_DEVICE : Signer.NOBODY;
        } catch (IllegalArgumentException e) {
            return Signer.NOBODY;
        }
    }

    private static boolean isSigned(KeptBatch kept, BatchCheck check, VerifyingKey key) {
        byte[] signed = Proofs.receipts(
                key.fingerprint(), check.checkpoint().checkpoint(), kept.batch().leaves());
        return key.verifies(signed, kept.signature());
    }

    private void count(LedgerEntry entry, Signer signer) {
        if (indexes.add(entry.index())) {
            ofFormer += signer == Signer.FORMER_DEVICE ? 1 : 0;
            ofUnknown += signer == Signer.UNKNOWN ? 1 : 0;
            for (Posting posting : entry.postings()) {
                if (posting.account() instanceof Account.Pending) {
                    pending.merge(entry.kind(), posting.amount(), Credits::plus);
                }
            }
        }
    }
}
