/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.util.HashMap;
import java.util.Map;

/** Members joined into groups: union-find, by size and with halved paths, so that each call is as good as constant. Not thread-safe. */
final class KinGroups {

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    /** From now on whoever is in the group of one is in that of the other. */
    void join(String one, String other) {
        String first = root(one);
        String second = root(other);
        if (first.equals(second)) {
            return;
        }
        boolean isFirstLarger = size(first) >= size(second);
        String stays = isFirstLarger ? first : second;
        String goes = isFirstLarger ? second : first;
        parents.put(goes, stays);
        sizes.put(stays, size(first) + size(second));
    }

    /** Everybody is related to themselves. */
    boolean related(String one, String other) {
        return one.equals(other) || root(one).equals(root(other));
    }

    private int size(String root) {
        return sizes.getOrDefault(root, 1);
    }

    private String root(String member) {
        String at = member;
        String parent = parents.getOrDefault(at, at);
        while (!parent.equals(at)) {
            String above = parents.getOrDefault(parent, parent);
            parents.put(at, above);
            at = above;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }
}
