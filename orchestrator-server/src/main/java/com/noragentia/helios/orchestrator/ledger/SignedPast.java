/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.util.List;

/**
 * What the server has signed already: devices hold receipts for it, so nothing else may ever be written in its place. Compared when the books
 * are opened, at the price of less than a tile of entries, as full tiles of the tree are believed; {@link LedgerVerification} believes
 * nothing. Stateless.
 */
final class SignedPast {

    private final LogTable log = new LogTable();

    /** @throws IllegalStateException if the entries are not those, or not all of those, that the newest checkpoint was signed for */
    void require(Transaction tx, long entries) {
        log.newestCheckpoint(tx).ifPresent(newest -> compare(tx, newest.note(), entries));
    }

    private void compare(Transaction tx, String note, long entries) {
        Checkpoint signed = Checkpoint.of(note).orElseThrow(() -> refused("its newest checkpoint cannot be read"));
        if (entries < signed.size()) {
            throw refused(
                    "its newest checkpoint was signed for " + signed.size() + " entries, and " + entries + " are left");
        }
        if (!root(tx, signed.size()).equals(signed.root())) {
            throw refused("its first " + signed.size() + " entries are not those its newest checkpoint was signed for");
        }
    }

    private TreeHash root(Transaction tx, long size) {
        long tiles = log.tiles(tx);
        if (tiles * Tile.WIDTH > size) {
            throw refused("its tree is larger than its newest checkpoint");
        }
        LogTree tree = LogTree.resume(
                name -> log.tile(tx, name).orElseThrow(() -> refused("a part of its tree is missing: " + name)), tiles);
        List<LogTable.Body> rest = log.entries(tx, tree.size(), size, Tile.WIDTH);
        if (tree.size() + rest.size() != size) {
            throw refused("an entry under its newest checkpoint is missing, or more than a tile of its tree");
        }
        rest.forEach(body -> tree.add(body.leaf()));
        return tree.root(size);
    }

    private static IllegalStateException refused(String reason) {
        return new IllegalStateException("the ledger is damaged: " + reason
                + ". Nothing is written to it any more. Stop the orchestrator, look with \"helios ledger verify\","
                + " and put the newest backup of helios.db back as a whole");
    }
}
