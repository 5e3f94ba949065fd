/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Standings that were reckoned lately, those of whoever asked longest ago forgotten first. Not thread-safe. */
final class KnownStandings {

    private static final int MEMBERS_KEPT = 100_000;

    private record Known(Standing standing, double weight, Instant since) {}

    private final Supplier<JobEquivalent> job;
    private final Map<String, Known> byMember = new LinkedHashMap<>();

    KnownStandings(Supplier<JobEquivalent> job) {
        this.job = job;
    }

    /** A standing was reckoned now. */
    void reckoned(String member, Standing standing, Credits owned, Instant now) {
        put(member, standing, owned, now);
    }

    /** Credits have moved; the standing is as old as it was. */
    void weighed(String member, Credits owned) {
        Known before = byMember.get(member);
        if (before != null) {
            put(member, before.standing(), owned, before.since());
        }
    }

    private void put(String member, Standing standing, Credits owned, Instant since) {
        byMember.remove(member); // or it keeps its place among those to forget
        byMember.put(member, new Known(standing, TierRights.weight(standing.tier(), owned, job.get()), since));
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
