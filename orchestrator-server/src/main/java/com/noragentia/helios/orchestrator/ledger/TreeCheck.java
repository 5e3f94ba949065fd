/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.TreeHash;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Grows the tree anew and compares it with what is stored of it. */
final class TreeCheck {

    private final LedgerSource source;
    private final LogTree tree = new LogTree(name -> {
        throw new IllegalStateException("a root is made of the edge alone");
    });
    private OptionalLong missing = OptionalLong.empty();
    private long missingEnd;
    private OptionalLong differs = OptionalLong.empty();

    TreeCheck(LedgerSource source) {
        this.source = source;
    }

    void add(TreeHash leaf) throws IOException {
        tree.add(leaf);
        if (tree.size() % Tile.WIDTH == 0) {
            for (var fresh : tree.fresh().entrySet()) {
                compare(fresh.getKey(), fresh.getValue());
            }
            tree.forget(tree.fresh().keySet());
        }
    }

    private void compare(Tile.Name name, Tile tile) throws IOException {
        Optional<byte[]> stored = source.tile(name.level(), name.index());
        if (stored.isEmpty()) {
            isMissing(name);
            return;
        }
        int same = Arrays.mismatch(tile.bytes(), stored.get());
        if (same >= 0 && differs.isEmpty()) {
            long entries = 1L << (Tile.HEIGHT * name.level());
            long place = Math.min(same / TreeHash.BYTES, Tile.WIDTH - 1);
            differs = OptionalLong.of((name.index() * Tile.WIDTH + place) * entries);
        }
    }

    private void isMissing(Tile.Name name) {
        if (missing.isEmpty()) {
            long width = (long) Tile.WIDTH << (Tile.HEIGHT * name.level());
            missing = OptionalLong.of(name.index() * width);
            missingEnd = (name.index() + 1) * width;
        }
    }

    /** The first entry of the first full tile that is not stored, though a checkpoint over so many entries was signed with it. */
    OptionalLong missing(long covered) {
        return source.hasTiles() && missingEnd <= covered ? missing : OptionalLong.empty();
    }

    /** The first entry at which the stored tree is another, as far as full tiles tell. */
    OptionalLong differs() {
        return differs;
    }

    long size() {
        return tree.size();
    }

    /** Of all so far. */
    TreeHash root() {
        return tree.root(tree.size());
    }
}
