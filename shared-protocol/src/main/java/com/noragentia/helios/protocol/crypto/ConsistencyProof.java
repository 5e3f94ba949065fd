/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a Merkle tree begins with all the leaves of an earlier one: that nothing was changed or taken away in between (RFC 9162,
 * section 2.1.4). Immutable.
 *
 * @param from leaves in the earlier tree
 * @param to leaves in the later one
 * @param path the hashes from which both roots follow; empty where the trees are equal or the earlier is empty
 */
public record ConsistencyProof(long from, long to, List<TreeHash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the tree with the later root goes on from the one with the earlier. */
    public boolean holds(TreeHash earlier, TreeHash later) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlier.equals(later);
        }
        if (from == 0) {
            return path.isEmpty() && earlier.equals(TreeHash.EMPTY);
        }
        List<TreeHash> hashes = new ArrayList<>();
        if (Long.bitCount(from) == 1) {
            hashes.add(earlier); // it is a node of the later tree itself
        }
        hashes.addAll(path);
        return !path.isEmpty() && leadsToBoth(hashes, earlier, later);
    }

    private boolean leadsToBoth(List<TreeHash> hashes, TreeHash earlier, TreeHash later) {
        int shared = Long.numberOfTrailingZeros(from); // levels on which the earlier tree's edge is complete
        long node = (from - 1) >> shared;
        long last = (to - 1) >> shared;
        TreeHash first = hashes.getFirst();
        TreeHash second = first;
        for (TreeHash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = TreeHash.node(beside, first);
                second = TreeHash.node(beside, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = TreeHash.node(second, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlier) && second.equals(later);
    }
}
