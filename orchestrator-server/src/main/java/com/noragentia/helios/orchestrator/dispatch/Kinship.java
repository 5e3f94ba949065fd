/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Who is so close to whom that credits between them would prove nothing: trust.md 3.6. Every call belongs to the writer's thread. */
public interface Kinship {

    /** A member among the others. */
    @FunctionalInterface
    interface Relative {

        /** Equal for those who belong together in everything; until more do, so it is not to be kept. Cheap. */
        Object group();

        /** Whether the two belong together, or so nearly that credits between them would prove nothing. Cheap. */
        default boolean isKin(Relative other) {
            return group().equals(other.group());
        }
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
        return of(one).isKin(of(other));
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
