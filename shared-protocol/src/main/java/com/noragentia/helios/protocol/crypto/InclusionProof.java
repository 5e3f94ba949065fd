/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.util.List;

/**
 * Shows that a leaf stands in a Merkle tree (RFC 9162, section 2.1.3). Immutable.
 *
 * @param index of the leaf, from 0
 * @param size leaves in the tree
 * @param path the hashes beside the way from the leaf to the root, the lowest first
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the leaf with this hash stands at {@link #index} of the tree of {@link #size} leaves with this root. */
    public boolean holds(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash beside : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                hash = TreeHash.node(beside, hash);
                int alone = Long.numberOfTrailingZeros(node); // levels on which a last node has no partner
                node >>= alone;
                last >>= alone;
            } else {
                hash = TreeHash.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }
}
