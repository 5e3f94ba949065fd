/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a Merkle tree (RFC 6962, section 2.1) whose leaves come one after another. Keeps one hash a level, so that a tree of any size
 * can be recomputed. Not thread-safe.
 */
public final class MerkleRoot {

    /** Roots of the complete subtrees that the leaves so far fall into; the smallest, which is the rightmost, is first. */
    private final Deque<TreeHash> peaks = new ArrayDeque<>();

    private long size;

    public void add(TreeHash leaf) {
        TreeHash peak = leaf;
        for (long bit = 1; (size & bit) != 0; bit <<= 1) {
            peak = TreeHash.node(peaks.removeFirst(), peak);
        }
        peaks.addFirst(peak);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** Of the leaves so far. */
    public TreeHash root() {
        Iterator<TreeHash> left = peaks.iterator();
        if (!left.hasNext()) {
            return TreeHash.EMPTY;
        }
        TreeHash root = left.next();
        while (left.hasNext()) {
            root = TreeHash.node(left.next(), root);
        }
        return root;
    }
}
