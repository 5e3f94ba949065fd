/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The processes of this installation: those that it began with, and all that they started.
 *
 * @param roots process numbers
 */
record Family(Set<Long> roots) {

    /** Process numbers may be used again while one looks, so a chain of parents could be a ring. */
    private static final int DEEPEST = 64;

    Family {
        roots = Set.copyOf(roots);
    }

    /** This process, and the one that started it where that is Helios too. */
    static Family ofThisProcess(boolean isSupervised) {
        ProcessHandle self = ProcessHandle.current();
        Set<Long> roots = new HashSet<>(Set.of(self.pid()));
        Optional<ProcessHandle> parent = isSupervised ? self.parent() : Optional.empty();
        parent.map(ProcessHandle::pid).ifPresent(roots::add);
        return new Family(roots);
    }

    /**
     * Its members.
     *
     * @param parents of all processes, the parent's number by that of the child
     */
    Set<Long> of(Map<Long, Long> parents) {
        Set<Long> members = new HashSet<>();
        for (Long process : parents.keySet()) {
            if (isOf(process, parents)) {
                members.add(process);
            }
        }
        return members;
    }

    private boolean isOf(Long process, Map<Long, Long> parents) {
        Long ancestor = process;
        for (int depth = 0; depth < DEEPEST && ancestor != null; depth++) {
            if (roots.contains(ancestor)) {
                return true;
            }
            ancestor = parents.get(ancestor);
        }
        return false;
    }
}
