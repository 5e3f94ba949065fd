/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Who is so close to whom that credits between them would prove nothing: trust.md 3.6. Every call belongs to the writer's thread. */
public interface Kinship {

    /** A member among the others. */
    @FunctionalInterface
    interface Relative {

        /** Equal for those who are kin, and for no others; until more become kin, so it is not to be kept. Cheap. */
        Object group();
    }

    /** Makes sure that groups are those of this unit; to be called before they are compared. Cheap. */
    void read(Transaction tx);

    /** The same object for a member whenever asked, so it may be kept. */
    Relative of(String member);

    /** Whether two members are the same or kin. */
    default boolean related(Transaction tx, String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        read(tx);
        return of(one).group().equals(of(other).group());
    }

    /** Nobody has kin. */
    Kinship NONE = new Kinship() {
        @Override
        public void read(Transaction tx) {}

        @Override
        public Relative of(String member) {
            return () -> member;
        }
    };
}
