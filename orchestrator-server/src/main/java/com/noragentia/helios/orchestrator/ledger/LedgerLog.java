/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.crypto.ConsistencyProof;
import com.noragentia.helios.protocol.crypto.InclusionProof;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as a log that anybody can check: a Merkle tree over its entries, with signed checkpoints. It reads what has been committed, some
 * time after, and so costs the ledger nothing. It never signs what does not go on from its last checkpoint. Thread-safe.
 */
public final class LedgerLog {

    /** A checkpoint is signed once so many entries are new, */
    static final int ENTRIES_PER_CHECKPOINT = 1_024;
    /** or once the last is so old and there is any. */
    static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(60);

    private static final int ENTRIES_AT_ONCE = 4_096;
    private static final Logger LOG = LoggerFactory.getLogger(LedgerLog.class);

    private final Store store;
    private final SigningKey key;
    private final Clock clock;
    private final ReceiptDesk receipts;
    private final LogTable table = new LogTable();
    private final List<DueReceipt> due = new ArrayList<>();
    private final LogTree tree;
    private @Nullable SignedCheckpoint newest;
    private Instant signedAt = Instant.MIN;
    private boolean isBroken;

    /** Goes on where the stored log ends. */
    LedgerLog(Store store, SigningKey key, Clock clock, ReceiptDesk receipts) {
        this.store = store;
        this.key = key;
        this.clock = clock;
        this.receipts = receipts;
        this.tree = LogTree.resume(this::stored, store.read(table::tiles));
        store.read(table::newestCheckpoint).ifPresent(stored -> {
            newest = SignedCheckpoint.open(stored.note(), key.verifyingKey()).orElse(null);
            signedAt = stored.at();
            isBroken = newest == null;
        });
        if (isBroken) {
            LOG.error(
                    "the last checkpoint of the ledger was not signed with this server's key: none is signed any more");
        }
        takeUpNew();
    }

    private Tile stored(Tile.Name name) {
        return store.read(tx -> table.tile(tx, name))
                .orElseThrow(() -> new IllegalStateException("a part of the ledger's tree is missing: " + name));
    }

    /** Takes up new entries and signs a checkpoint if one is due; to be called every second or so. Returns whether one was signed. */
    public synchronized boolean tend() {
        return takeUpNew() && isDue() && sign();
    }

    private boolean takeUpNew() {
        boolean hasMore = !isBroken;
        while (hasMore) {
            List<LogTable.Body> bodies =
                    store.read(tx -> table.entries(tx, tree.size(), Long.MAX_VALUE, ENTRIES_AT_ONCE));
            hasMore = bodies.stream().allMatch(this::takeUp) && bodies.size() == ENTRIES_AT_ONCE;
        }
        if (!isBroken && newest != null && tree.size() < newest.size()) {
            return refuse("of " + newest.size() + " entries only " + tree.size() + " are left");
        }
        return !isBroken;
    }

    private boolean takeUp(LogTable.Body body) {
        if (body.index() != tree.size()) {
            return refuse("an entry is missing before " + body.index());
        }
        tree.add(body.leaf());
        long signed = newest == null ? 0 : newest.size();
        if (body.index() >= signed) {
            due.addAll(DueReceipt.of(body.index(), body.text()));
        }
        if (tree.size() == signed && newest != null && !tree.root(signed).equals(newest.root())) {
            return refuse("the first " + signed + " entries are not those a checkpoint was signed for");
        }
        return true;
    }

    private boolean refuse(String reason) {
        isBroken = true;
        LOG.error("the ledger was damaged: {}; no checkpoint is signed any more. Run: helios ledger verify", reason);
        return false;
    }

    private boolean isDue() {
        if (newest == null) {
            return true;
        }
        long fresh = tree.size() - newest.size();
        return fresh >= ENTRIES_PER_CHECKPOINT
                || (fresh > 0 && !clock.instant().isBefore(signedAt.plus(BETWEEN_CHECKPOINTS)));
    }

    private boolean sign() {
        SignedCheckpoint checkpoint = SignedCheckpoint.sign(tree.size(), tree.root(tree.size()), key);
        Instant now = clock.instant();
        Map<Tile.Name, Tile> fresh = tree.fresh();
        receipts.add(due); // nobody is shown them before the checkpoint
        store.write(tx -> {
            fresh.forEach((name, tile) -> table.addTile(tx, name, tile));
            table.addCheckpoint(tx, checkpoint.size(), new LogTable.StoredNote(checkpoint.note(), now));
            return true;
        });
        tree.forget(fresh.keySet());
        due.clear();
        newest = checkpoint;
        signedAt = now;
        return true;
    }

    /** The newest checkpoint. */
    public synchronized SignedCheckpoint checkpoint() {
        if (newest == null && !tend()) {
            throw new IllegalStateException("the ledger has no checkpoint");
        }
        return Objects.requireNonNull(newest);
    }

    /**
     * Shows that an entry stands under a checkpoint.
     *
     * @param size of the tree; up to that of the newest checkpoint
     * @throws IllegalArgumentException if there is no such entry or tree
     */
    public synchronized InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size || size > provable()) {
            throw new IllegalArgumentException("no such entry under that checkpoint");
        }
        return tree.inclusion(index, size);
    }

    /**
     * Shows that nothing was changed between two checkpoints.
     *
     * @throws IllegalArgumentException if there are no such trees
     */
    public synchronized ConsistencyProof consistency(long from, long to) {
        if (from < 0 || from > to || to > provable()) {
            throw new IllegalArgumentException("no such checkpoints");
        }
        return tree.consistency(from, to);
    }

    /** Whether proofs can be given; not where the ledger was damaged. */
    synchronized boolean canProve() {
        return !isBroken;
    }

    private long provable() {
        return Math.min(checkpoint().size(), tree.size());
    }

    /** Canonical forms of entries under a checkpoint, from this one on. */
    List<String> entries(long from, long end, int most) {
        return store.read(tx -> table.entries(tx, from, end, most)).stream()
                .map(LogTable.Body::text)
                .toList();
    }
}
