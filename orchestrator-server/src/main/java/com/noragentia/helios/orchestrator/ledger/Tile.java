/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.TreeHash;
import java.util.ArrayList;
import java.util.List;

/** A piece of a Merkle tree: up to 256 hashes of a level, and what is above them as far as it is complete. Not thread-safe. */
final class Tile {

    /** Levels of the tree that a tile spans. */
    static final int HEIGHT = 8;

    static final int WIDTH = 1 << HEIGHT;

    /** Which tile: how many tiles are below it, and its place among those beside it, from 0. */
    record Name(int level, long index) {}

    /** By height above the tile's foot; each completes from the left to the right. */
    private final List<List<TreeHash>> nodes = new ArrayList<>();

    Tile() {
        for (int height = 0; height <= HEIGHT; height++) {
            nodes.add(new ArrayList<>());
        }
    }

    /** Reads what {@link #bytes} wrote. */
    static Tile of(byte[] hashes) {
        Tile tile = new Tile();
        for (int offset = 0; offset < hashes.length; offset += TreeHash.BYTES) {
            tile.add(TreeHash.at(hashes, offset));
        }
        return tile;
    }

    void add(TreeHash hash) {
        if (isFull()) {
            throw new IllegalStateException("the tile is full");
        }
        TreeHash node = hash;
        int height = 0;
        List<TreeHash> beside = nodes.getFirst();
        beside.add(node);
        while (beside.size() % 2 == 0) {
            node = TreeHash.node(beside.get(beside.size() - 2), node);
            height++;
            beside = nodes.get(height);
            beside.add(node);
        }
    }

    /** Hashes at its foot. */
    int size() {
        return nodes.getFirst().size();
    }

    boolean isFull() {
        return size() == WIDTH;
    }

    /** The hash above 2^height hashes of the foot, all of which must be there. */
    TreeHash node(int height, int index) {
        return nodes.get(height).get(index);
    }

    /** The hash above a full one. */
    TreeHash root() {
        return node(HEIGHT, 0);
    }

    /** The foot. */
    byte[] bytes() {
        byte[] bytes = new byte[size() * TreeHash.BYTES];
        for (int i = 0; i < size(); i++) {
            System.arraycopy(nodes.getFirst().get(i).bytes(), 0, bytes, i * TreeHash.BYTES, TreeHash.BYTES);
        }
        return bytes;
    }
}
