/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The door of the slice: every result of a check comes in here, whoever made it, and what follows for reputation and books is told from here.
 * Everything happens in the caller's transaction. Keeps nothing in memory.
 */
public final class Trust {

    /** As long as the books remember checks. */
    static final Duration AUDITS_KEPT = Ledger.CHECKS_KEPT;

    private static final Comparator<Reputation> BEST = Comparator.comparingDouble(Reputation::lowerBound);

    private final ReputationTable reputations = new ReputationTable();
    private final AuditTable audits = new AuditTable();
    private final Rewards rewards;
    private final Kinship kinship;
    private final Clock clock;

    Trust(Rewards rewards, Kinship kinship, Clock clock) {
        this.rewards = rewards;
        this.kinship = kinship;
        this.clock = clock;
    }

    /**
     * A device was checked. The same check again changes nothing, and neither does one by a member who is the owner or kin: within a group praise costs
     * nothing (trust.md 2.4 and 3.6). That such a check was made is not noted, so that another may make it.
     */
    public void judged(Transaction tx, AuditResult result) {
        if (isWithinGroup(tx, result) || !audits.add(tx, result)) {
            return;
        }
        Evidence before = reputations
                .find(tx, result.device(), result.model(), result.owner())
                .orElse(Evidence.none(result.at()));
        Evidence after = before.plus(result.passed(), result.at());
        reputations.put(tx, result.model(), new ReputationTable.Row(result.device(), result.owner(), after));
        if (result.passed()) {
            rewards.passed(tx, result.id(), result.device());
        } else {
            rewards.failed(tx, result.id(), result.device(), result.owner());
        }
    }

    private boolean isWithinGroup(Transaction tx, AuditResult result) {
        return result.auditor()
                .filter(auditor -> kinship.related(tx, auditor, result.owner()))
                .isPresent();
    }

    /** What checks have shown of a device, over all its models and whoever owned it. */
    public Reputation ofDevice(Transaction tx, String device) {
        return together(reputations.ofDevice(tx, device));
    }

    /** The lower bound of the member's best device; checks passed and convictions count whichever of them it was. */
    public Reputation ofMember(Transaction tx, String member) {
        List<ReputationTable.Row> rows = reputations.ofOwner(tx, member);
        Collection<List<ReputationTable.Row>> devices = rows.stream()
                .collect(Collectors.groupingBy(ReputationTable.Row::device))
                .values();
        Reputation best = devices.stream().map(this::together).max(BEST).orElseGet(() -> together(List.of()));
        Optional<Instant> convictedAt = rows.stream()
                .flatMap(row -> row.evidence().convictedAt().stream())
                .max(Comparator.naturalOrder());
        long passed = rows.stream().mapToLong(row -> row.evidence().passed()).sum();
        return new Reputation(passed, best.lowerBound(), convictedAt);
    }

    /** Checks that the device passed while it belonged to this member. */
    public long passedUnder(Transaction tx, String device, String owner) {
        return reputations.ofDevice(tx, device).stream()
                .filter(row -> row.owner().equals(owner))
                .mapToLong(row -> row.evidence().passed())
                .sum();
    }

    /** Devices that were convicted while they belonged to this member. */
    public Set<String> convicted(Transaction tx, String member) {
        return reputations.ofOwner(tx, member).stream()
                .filter(row -> row.evidence().convictedAt().isPresent())
                .map(ReputationTable.Row::device)
                .collect(Collectors.toSet());
    }

    private Reputation together(List<ReputationTable.Row> rows) {
        Instant now = clock.instant();
        return rows.stream()
                .map(ReputationTable.Row::evidence)
                .reduce(Evidence::and)
                .orElseGet(() -> Evidence.none(now))
                .reputation(now);
    }

    /**
     * The member is deleted, and what checks have shown under it goes. What names only a device stays: the ids of its checks, for as long as
     * they may be brought again, so that none counts twice; and its qualification, which it has once in its life, whoever owns it.
     */
    public void forget(Transaction tx, String member) {
        reputations.deleteOwner(tx, member);
    }

    /** Forgets the ids of checks that nobody will bring again. */
    void forgetOld(Store store) {
        Instant before = clock.instant().minus(AUDITS_KEPT);
        store.write(tx -> {
            audits.deleteBefore(tx, before);
            return true;
        });
    }
}
