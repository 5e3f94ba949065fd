/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.ConsistencyProof;
import com.noragentia.helios.protocol.crypto.InclusionProof;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Merkle tree over all entries (RFC 6962, section 2.1), in tiles of 256 hashes: the right edge is in memory, full tiles are stored and
 * read again when a proof needs them. Not thread-safe.
 */
final class LogTree {

    /** Each takes about 32 KB. */
    private static final int TILES_REMEMBERED = 64;

    private final Function<Tile.Name, Tile> stored;
    private final List<Tile> edge = new ArrayList<>();
    private final Map<Tile.Name, Tile> fresh = new LinkedHashMap<>();
    private final Map<Tile.Name, Tile> remembered = new LinkedHashMap<>(TILES_REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile.Name, Tile> eldest) {
            return size() > TILES_REMEMBERED;
        }
    };
    private long size;

    /** @param stored gives back a full tile that was taken by {@link #fresh} and written */
    LogTree(Function<Tile.Name, Tile> stored) {
        this.stored = stored;
    }

    /** The tree of all entries whose hashes are in stored tiles: the first {@code 256 * tiles}. */
    static LogTree resume(Function<Tile.Name, Tile> stored, long tiles) {
        LogTree tree = new LogTree(stored);
        tree.size = tiles * Tile.WIDTH;
        long below = tiles;
        for (int level = 1; below > 0; level++) {
            Tile open = new Tile();
            for (long tile = below - below % Tile.WIDTH; tile < below; tile++) {
                open.add(stored.apply(new Tile.Name(level - 1, tile)).root());
            }
            tree.edge(level - 1);
            tree.edge.add(open);
            below /= Tile.WIDTH;
        }
        return tree;
    }

    /** Entries in the tree. */
    long size() {
        return size;
    }

    void add(TreeHash leaf) {
        size++;
        addAt(0, leaf);
    }

    private void addAt(int level, TreeHash hash) {
        Tile open = edge(level);
        open.add(hash);
        if (open.isFull()) {
            long index = (size >> (Tile.HEIGHT * (level + 1))) - 1;
            fresh.put(new Tile.Name(level, index), open);
            edge.set(level, new Tile());
            addAt(level + 1, open.root());
        }
    }

    private Tile edge(int level) {
        while (edge.size() <= level) {
            edge.add(new Tile());
        }
        return edge.get(level);
    }

    /** Full tiles that are not stored yet. */
    Map<Tile.Name, Tile> fresh() {
        return Map.copyOf(fresh);
    }

    /** These are stored now. */
    void forget(Iterable<Tile.Name> written) {
        written.forEach(fresh::remove);
    }

    /** Of the first {@code size} entries. */
    TreeHash root(long ofSize) {
        return ofSize == 0 ? TreeHash.EMPTY : between(0, ofSize);
    }

    /** Shows that the entry at {@code index} is among the first {@code ofSize}; the caller sees to it that it is. */
    InclusionProof inclusion(long index, long ofSize) {
        List<TreeHash> path = new ArrayList<>();
        path(index, 0, ofSize, path);
        return new InclusionProof(index, ofSize, path);
    }

    private void path(long index, long first, long end, List<TreeHash> path) {
        if (end - first == 1) {
            return;
        }
        long split = first + leftOf(end - first);
        if (index < split) {
            path(index, first, split, path);
            path.add(between(split, end));
        } else {
            path(index, split, end, path);
            path.add(between(first, split));
        }
    }

    /** Shows that the first {@code to} entries begin with the first {@code from}. */
    ConsistencyProof consistency(long from, long to) {
        List<TreeHash> path = new ArrayList<>();
        if (from > 0) {
            consistency(from, 0, to, true, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private void consistency(long from, long first, long end, boolean isKnown, List<TreeHash> path) {
        if (from == end) {
            if (!isKnown) {
                path.add(between(first, end));
            }
            return;
        }
        long split = first + leftOf(end - first);
        if (from <= split) {
            consistency(from, first, split, isKnown, path);
            path.add(between(split, end));
        } else {
            consistency(from, split, end, false, path);
            path.add(between(first, split));
        }
    }

    /** The largest power of two below {@code count}. */
    private static long leftOf(long count) {
        return Long.highestOneBit(count - 1);
    }

    private TreeHash between(long first, long end) {
        long count = end - first;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return node(height, first >> height);
        }
        long split = first + leftOf(count);
        return TreeHash.node(between(first, split), between(split, end));
    }

    private TreeHash node(int height, long index) {
        int level = height / Tile.HEIGHT;
        int within = height % Tile.HEIGHT;
        long first = index << within;
        int place = (int) ((first % Tile.WIDTH) >> within);
        return tile(new Tile.Name(level, first / Tile.WIDTH)).node(within, place);
    }

    private Tile tile(Tile.Name name) {
        long open = size >> (Tile.HEIGHT * (name.level() + 1));
        if (name.index() == open) {
            return edge(name.level());
        }
        return Optional.ofNullable(fresh.get(name)).orElseGet(() -> remembered.computeIfAbsent(name, stored));
    }
}
