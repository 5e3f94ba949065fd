/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who belongs together: affinity groups (trust.md 3.6), over devices, invitations, and networks of the last thirty days. Nobody earns
 * anything from a relative; canaries are paid by the network, to relatives as to anybody. Every call belongs to a unit of the store's
 * writer; in memory, and read anew from the tables after a unit failed. Not thread-safe; lives on the writer's thread.
 */
public final class Kin implements Kinship {

    /** Who was in the same network within this time belongs together. */
    static final Duration MEMORY = Duration.ofDays(30);
    /** An invitation counts for so long, and on until the newcomer has a good name. */
    static final Duration INVITATION = Duration.ofDays(30);

    /** A member's stay in a network is written again no sooner. */
    private static final Duration BETWEEN_SIGHTINGS = Duration.ofDays(1);

    private record Place(String network, String member) {}

    private final KinTable table = new KinTable();
    private final NetworkName names;
    private final Clock clock;
    private final Map<String, String> anyIn = new HashMap<>();
    private final Map<Place, Instant> seen = new HashMap<>();
    private final KinGroups groups = new KinGroups();
    private boolean isRead;

    /** @param networkKey makes names of networks; the same after a restart, or who meets in them is not noticed */
    public Kin(byte[] networkKey, Clock clock) {
        this.names = new NetworkName(networkKey);
        this.clock = clock;
    }

    @Override
    public void read(Transaction tx) {
        if (!isRead) {
            groups.part();
            anyIn.clear();
            seen.clear();
            table.pairs(tx).forEach(pair -> tie(pair.one(), pair.other(), pair.bond()));
            table.sightings(tx, clock.instant().minus(MEMORY)).forEach(this::learn);
            isRead = true;
        }
    }

    @Override
    public Relative of(String member) {
        return groups.of(member);
    }

    private void tie(String one, String other, Bond bond) {
        switch (bond) {
            case INVITED -> groups.bringNear(one, other);
            case SHARED_DEVICE -> groups.join(one, other);
        }
    }

    /** Two members belong together: by a device for good; {@code one} invited {@code other}, until that is long ago. */
    public void bind(Transaction tx, String one, String other, Bond bond) {
        if (!one.equals(other)) {
            change(tx);
            tie(one, other, bond);
            table.bind(tx, one, other, bond, clock.instant());
        }
    }

    /** A member came from an address. Cheap, but for the first time in a day that it comes from this network. */
    public void seen(Transaction tx, String member, InetAddress address) {
        names.of(address).ifPresent(network -> seen(tx, new KinTable.Sighting(network, member, clock.instant())));
    }

    private void seen(Transaction tx, KinTable.Sighting sighting) {
        read(tx);
        Instant before = seen.get(place(sighting));
        if (before == null || !before.plus(BETWEEN_SIGHTINGS).isAfter(sighting.at())) {
            change(tx);
            table.seen(tx, sighting);
            learn(sighting);
        }
    }

    private void learn(KinTable.Sighting sighting) {
        seen.put(place(sighting), sighting.at());
        groups.join(anyIn.computeIfAbsent(sighting.network(), _ -> sighting.member()), sighting.member());
    }

    private static Place place(KinTable.Sighting sighting) {
        return new Place(sighting.network(), sighting.member());
    }

    /**
     * Forgets networks that nobody has come from for {@link #MEMORY}, and invitations of {@link #INVITATION} ago; to be called now and then.
     *
     * @param reputable who has a good name, from checks that no member makes
     */
    public void sweep(Transaction tx, Predicate<String> reputable) {
        Instant now = clock.instant();
        List<KinTable.Pair> ended = table.pairs(tx).stream()
                .filter(pair -> pair.bond() == Bond.INVITED
                        && !pair.since().plus(INVITATION).isAfter(now)
                        && reputable.test(pair.other()))
                .toList();
        ended.forEach(pair -> table.unbind(tx, pair));
        if (table.deleteSightings(tx, now.minus(MEMORY)) || !ended.isEmpty()) {
            readAnew(tx);
        }
    }

    /** Forgets a member who leaves. Whom its devices joined stay together, or a chain of accounts could be cut by deleting one of them. */
    public void forget(Transaction tx, String member) {
        List<String> left = table.pairs(tx).stream()
                .filter(pair -> pair.bond() == Bond.SHARED_DEVICE)
                .filter(pair -> pair.one().equals(member) || pair.other().equals(member))
                .map(pair -> pair.one().equals(member) ? pair.other() : pair.one())
                .distinct()
                .toList();
        table.delete(tx, member);
        left.stream()
                .skip(1)
                .forEach(other -> table.bind(tx, left.getFirst(), other, Bond.SHARED_DEVICE, clock.instant()));
        groups.forget(member);
        readAnew(tx);
    }

    private void readAnew(Transaction tx) {
        forgetIfUndone(tx);
        isRead = false;
    }

    private void change(Transaction tx) {
        forgetIfUndone(tx);
        read(tx);
    }

    /** What is read or changed within this unit is not true any more should the unit fail. */
    private void forgetIfUndone(Transaction tx) {
        tx.ifUndone(() -> isRead = false);
    }
}
