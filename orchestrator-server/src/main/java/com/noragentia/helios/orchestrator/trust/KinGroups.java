/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Members joined into groups: union-find, by size and with halved paths, so that each call is as good as constant. Two groups can be near each
 * other, which joins neither them nor whatever else is near one of them. Not thread-safe.
 */
final class KinGroups {

    private final Map<String, Place> places = new HashMap<>();

    /** Of one member. It stays the same object whatever becomes of groups, so that whoever keeps it need not look it up again. */
    private static final class Place implements Kinship.Relative {

        private Place parent = this;
        private int size = 1;
        /** Groups near this one, by their roots; of a root only. */
        private final Set<Place> near = new HashSet<>(0);

        @Override
        public Place group() {
            Place at = this;
            while (at.parent != at) {
                at.parent = at.parent.parent;
                at = at.parent;
            }
            return at;
        }

        @Override
        public boolean isKin(Kinship.Relative other) {
            Place mine = group();
            Object theirs = other.group();
            return mine.equals(theirs) || mine.near.contains(theirs);
        }
    }

    Kinship.Relative of(String member) {
        return place(member);
    }

    private Place place(String member) {
        return places.computeIfAbsent(member, _ -> new Place());
    }

    /** From now on whoever is in the group of one is in that of the other. */
    void join(String one, String other) {
        Place first = place(one).group();
        Place second = place(other).group();
        if (first.equals(second)) {
            return;
        }
        Place stays = first.size >= second.size ? first : second;
        Place goes = first.size >= second.size ? second : first;
        goes.parent = stays;
        stays.size += goes.size;
        goes.near.forEach(far -> {
            far.near.remove(goes);
            if (!far.equals(stays)) {
                far.near.add(stays);
                stays.near.add(far);
            }
        });
        goes.near.clear();
    }

    /** From now on whoever is in the group of one is kin to that of the other, but to nobody else for it. */
    void bringNear(String one, String other) {
        Place first = place(one).group();
        Place second = place(other).group();
        if (!first.equals(second)) {
            first.near.add(second);
            second.near.add(first);
        }
    }

    /** Everybody is alone again. */
    void part() {
        places.values().forEach(place -> {
            place.parent = place;
            place.size = 1;
            place.near.clear();
        });
    }

    /** Nobody asks for this member again. */
    void forget(String member) {
        places.remove(member);
    }
}
