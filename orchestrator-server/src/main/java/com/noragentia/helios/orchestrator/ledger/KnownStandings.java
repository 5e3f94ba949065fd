/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Standings that were reckoned lately, those of whoever asked longest ago forgotten first. Not thread-safe. */
final class KnownStandings {

    private static final int MEMBERS_KEPT = 100_000;

    private record Known(Standing standing, double weight, Instant since) {}

    private final JobEquivalent job;
    private final Map<String, Known> byMember = new LinkedHashMap<>();

    KnownStandings(JobEquivalent job) {
        this.job = job;
    }

    /** A standing was reckoned now. */
    void reckoned(String member, Standing standing, Credits available, Instant now) {
        put(member, standing, available, now);
    }

    /** Credits have moved; the standing is as old as it was. */
    void weighed(String member, Credits available) {
        Known before = byMember.get(member);
        if (before != null) {
            put(member, before.standing(), available, before.since());
        }
    }

    private void put(String member, Standing standing, Credits available, Instant since) {
        byMember.remove(member); // or it keeps its place among those to forget
        byMember.put(member, new Known(standing, TierRights.weight(standing.tier(), available, job), since));
        if (byMember.size() > MEMBERS_KEPT) {
            byMember.remove(byMember.keySet().iterator().next());
        }
    }

    /** A standing that admits, reckoned after an instant. */
    Optional<Standing> admitted(String member, Instant after) {
        return Optional.ofNullable(byMember.get(member))
                .filter(known -> known.since().isAfter(after))
                .map(Known::standing)
                .filter(standing -> standing.contributed() && !standing.bad());
    }

    double weight(String member) {
        Known known = byMember.get(member);
        return known == null ? TierRights.WEIGHT_USUAL : known.weight();
    }

    void remove(String member) {
        byMember.remove(member);
    }
}
