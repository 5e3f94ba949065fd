/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What devices have had to do with a task before it is given away.
 *
 * @param failed those that had it and could not
 * @param parts how many other parts of its job each has in hand; those with none are left out
 * @param last the one that served its conversation last
 */
record Ties(Set<String> failed, Map<String, Integer> parts, Optional<String> last) {

    static final Ties NONE = new Ties(Set.of(), Map.of(), Optional.empty());

    /** Of a task that is all of its job. */
    static Ties of(Set<String> failed, Optional<String> last) {
        return new Ties(failed, Map.of(), last);
    }

    /** How many other parts of its job a device has in hand. */
    int parts(String device) {
        return parts.getOrDefault(device, 0);
    }

    /** The most that one device has in hand. */
    int mostParts() {
        return parts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
