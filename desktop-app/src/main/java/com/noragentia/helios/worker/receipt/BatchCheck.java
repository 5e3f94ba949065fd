/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.ConsistencyProof;
import com.noragentia.helios.protocol.crypto.InclusionProof;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a batch: is the checkpoint signed, does it go on from the one that is known, and is each receipt of an entry under it, all of one
 * device? For one use.
 */
final class BatchCheck {

    private final ReceiptBatch batch;
    private final Optional<SignedCheckpoint> checkpoint;
    private final List<LedgerEntry> entries = new ArrayList<>();

    /** @param server key of the network */
    BatchCheck(ReceiptBatch batch, VerifyingKey server) {
        this.batch = batch;
        this.checkpoint = SignedCheckpoint.open(batch.checkpoint(), server);
    }

    /**
     * What is wrong with it, if anything is.
     *
     * @param known the newest checkpoint that is kept
     */
    Optional<Doubt> doubt(Optional<SignedCheckpoint> known) {
        if (checkpoint.isEmpty()) {
            return Optional.of(Doubt.UNSIGNED);
        }
        return known.flatMap(earlier -> discontinuity(earlier, checkpoint.get()))
                .or(() -> wrongReceipt(checkpoint.get()));
    }

    /** Whether its ledger is longer than one that is known, so that only a proof shows that it goes on from that. */
    boolean isLongerThan(SignedCheckpoint known) {
        return checkpoint.filter(later -> later.size() > known.size()).isPresent();
    }

    private Optional<Doubt> discontinuity(SignedCheckpoint earlier, SignedCheckpoint later) {
        if (later.size() < earlier.size()) {
            return Optional.of(Doubt.ROLLED_BACK);
        }
        if (later.size() == earlier.size()) {
            return later.root().equals(earlier.root()) ? Optional.empty() : Optional.of(Doubt.FORKED);
        }
        if (batch.since() != earlier.size()) {
            return Optional.of(Doubt.UNPROVEN);
        }
        ConsistencyProof proof = new ConsistencyProof(earlier.size(), later.size(), batch.consistency());
        return proof.holds(earlier.root(), later.root()) ? Optional.empty() : Optional.of(Doubt.FORKED);
    }

    private Optional<Doubt> wrongReceipt(SignedCheckpoint under) {
        Set<Account> devices = new HashSet<>();
        for (Receipt receipt : batch.receipts()) {
            try {
                LedgerEntry entry = LedgerEntry.read(receipt.entry());
                InclusionProof proof = new InclusionProof(entry.index(), under.size(), receipt.path());
                if (!proof.holds(receipt.leaf(), under.root())) {
                    return Optional.of(Doubt.NOT_IN_LEDGER);
                }
                entries.add(entry);
                List<Account> pending = pending(entry);
                devices.addAll(pending);
                if (pending.isEmpty() || devices.size() > 1) {
                    return Optional.of(Doubt.FOREIGN);
                }
            } catch (WireException e) {
                return Optional.of(Doubt.NOT_IN_LEDGER);
            }
        }
        return Optional.empty();
    }

    private static List<Account> pending(LedgerEntry entry) {
        return entry.postings().stream()
                .map(Posting::account)
                .filter(Account.Pending.class::isInstance)
                .toList();
    }

    /** Of a batch that is signed. */
    SignedCheckpoint checkpoint() {
        return checkpoint.orElseThrow();
    }

    /** Of a batch without doubt. */
    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }
}
