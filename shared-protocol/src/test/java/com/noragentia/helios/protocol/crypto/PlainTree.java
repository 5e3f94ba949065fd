/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, section 2.1, word for word: slow, and plain enough to be right. */
final class PlainTree {

    private PlainTree() {}

    static TreeHash root(List<TreeHash> leaves) {
        return switch (leaves.size()) {
            case 0 -> TreeHash.EMPTY;
            case 1 -> leaves.getFirst();
            default -> TreeHash.node(root(left(leaves)), root(right(leaves)));
        };
    }

    static List<TreeHash> path(int index, List<TreeHash> leaves) {
        if (leaves.size() < 2) {
            return List.of();
        }
        int split = left(leaves).size();
        return index < split
                ? and(path(index, left(leaves)), root(right(leaves)))
                : and(path(index - split, right(leaves)), root(left(leaves)));
    }

    static List<TreeHash> consistency(int from, List<TreeHash> leaves) {
        return from == 0 ? List.of() : sub(from, leaves, true);
    }

    private static List<TreeHash> sub(int from, List<TreeHash> leaves, boolean known) {
        if (from == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int split = left(leaves).size();
        return from <= split
                ? and(sub(from, left(leaves), known), root(right(leaves)))
                : and(sub(from - split, right(leaves), false), root(left(leaves)));
    }

    private static List<TreeHash> left(List<TreeHash> leaves) {
        return leaves.subList(0, Integer.highestOneBit(leaves.size() - 1));
    }

    private static List<TreeHash> right(List<TreeHash> leaves) {
        return leaves.subList(Integer.highestOneBit(leaves.size() - 1), leaves.size());
    }

    private static List<TreeHash> and(List<TreeHash> path, TreeHash last) {
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
