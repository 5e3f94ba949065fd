/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;

/** How large a share of a busy network each member has. */
interface MemberWeights {

    /** Of whoever is to queue behind all others. */
    double LEAST = 0.25;

    double LARGEST = 6;
    /** A ticket that has waited this long counts as if its member had at least {@link #AGED}. */
    Duration AGEING = Duration.ofMinutes(2);

    double AGED = 2;

    /** From {@link #LEAST} to {@link #LARGEST}; what lies outside is taken for the nearer of the two. */
    double of(String member);

    /** The weight of a member, within the limits whatever {@link #of} says. */
    default double within(String member) {
        double weight = of(member);
        return weight > LEAST ? Math.min(weight, LARGEST) : LEAST; // not a number: the least
    }

    /** The weight that counts when a ticket begins. */
    default double at(Ticket ticket, Instant now) {
        boolean aged = Duration.between(ticket.queuedAt(), now).compareTo(AGEING) >= 0;
        return aged ? Math.max(within(ticket.member()), AGED) : within(ticket.member());
    }
}
