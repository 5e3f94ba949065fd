/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.crypto.MerkleRoot;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree in tiles, against the plain root and against the proofs' own verification. */
class LogTreeTest {

    /** Three levels of tiles. */
    private static final int ENTRIES = 66_000;

    private final Map<Tile.Name, byte[]> disk = new HashMap<>();

    @Test
    void roots_and_proofs_hold_across_tiles_and_after_a_restart() {
        Random random = new Random(11);
        List<TreeHash> roots = new ArrayList<>(List.of(TreeHash.EMPTY));
        MerkleRoot plain = new MerkleRoot();
        LogTree tree = new LogTree(this::read);
        for (int i = 0; i < ENTRIES; i++) {
            tree.add(leaf(i));
            plain.add(leaf(i));
            roots.add(plain.root());
            if (random.nextInt(5_000) == 0) {
                write(tree);
                tree = restarted();
            }
        }
        assertThat(tree.root(ENTRIES)).isEqualTo(roots.getLast());
        for (int i = 0; i < 2_000; i++) {
            int size = 1 + random.nextInt(ENTRIES);
            int index = random.nextInt(size);
            assertThat(tree.inclusion(index, size).holds(leaf(index), roots.get(size)))
                    .isTrue();
            assertThat(tree.consistency(index, size).holds(roots.get(index), roots.get(size)))
                    .isTrue();
            assertThat(tree.root(size)).isEqualTo(roots.get(size));
        }
    }

    private LogTree restarted() {
        long tiles = disk.keySet().stream().filter(name -> name.level() == 0).count();
        LogTree tree = LogTree.resume(this::read, tiles);
        return grown(tree);
    }

    /** What is beyond the last full tile comes from the entries again. */
    private LogTree grown(LogTree tree) {
        while (tree.size() < written) {
            tree.add(leaf(tree.size()));
        }
        return tree;
    }

    private long written;

    private void write(LogTree tree) {
        written = tree.size();
        Map<Tile.Name, Tile> fresh = tree.fresh();
        fresh.forEach((name, tile) -> disk.put(name, tile.bytes()));
        tree.forget(fresh.keySet());
    }

    private Tile read(Tile.Name name) {
        return Tile.of(Objects.requireNonNull(disk.get(name)));
    }

    private static TreeHash leaf(long index) {
        return TreeHash.leaf(Long.toString(index).getBytes(StandardCharsets.UTF_8));
    }
}
