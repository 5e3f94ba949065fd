/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.ClientAddress;
import com.noragentia.helios.orchestrator.edge.RetryAfter;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Counts the accounts that are founded without a code of the operator's, by network: each is worth something to who farms accounts. In the database, and not with
 * the other limits, so that neither a restart nor the deletion of an account gives another.
 */
final class Foundings {

    /** From one IPv4 /24 or IPv6 /48, in any {@link #WITHIN}. */
    static final int PER_NETWORK = 5;

    static final Duration WITHIN = Duration.ofDays(1);

    private static final String LIMIT = "newcomers-per-network";

    private final boolean enforced;
    private final UnaryOperator<String> networkNames;
    private final Clock clock;
    private final FoundingTable table = new FoundingTable();

    /**
     * A count over the table.
     *
     * @param enforced false where everybody is trusted: nothing is counted
     * @param networkNames makes of a network a name that leads nobody back to it; the same after a restart
     */
    Foundings(boolean enforced, UnaryOperator<String> networkNames, Clock clock) {
        this.enforced = enforced;
        this.networkNames = networkNames;
        this.clock = clock;
    }

    /**
     * One more, in a unit of the writer that founds it.
     *
     * @throws ProblemException {@code rate-limited} if there were too many
     */
    void count(Transaction tx, ClientAddress client) {
        if (!enforced || client.isOwner()) {
            return;
        }
        Instant now = clock.instant();
        String network = networkNames.apply(client.networkKey());
        Optional<Instant> inTheWay = table.lastBut(tx, network, PER_NETWORK - 1, now.minus(WITHIN));
        if (inTheWay.isPresent()) {
            throw RetryAfter.tooOften(
                    LIMIT, Duration.between(now, inTheWay.get().plus(WITHIN)));
        }
        table.add(tx, network, now);
    }
}
