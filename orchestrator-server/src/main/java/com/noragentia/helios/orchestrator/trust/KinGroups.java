/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import java.util.HashMap;
import java.util.Map;

/** Members joined into groups: union-find, by size and with halved paths, so that each call is as good as constant. Not thread-safe. */
final class KinGroups {

    private final Map<String, Place> places = new HashMap<>();

    /** Of one member. It stays the same object whatever becomes of groups, so that whoever keeps it need not look it up again. */
    private static final class Place implements Kinship.Relative {

        private Place parent = this;
        private int size = 1;

        @Override
        public Place group() {
            Place at = this;
            while (at.parent != at) {
                at.parent = at.parent.parent;
                at = at.parent;
            }
            return at;
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
    }

    /** Everybody is alone again. */
    void part() {
        places.values().forEach(place -> {
            place.parent = place;
            place.size = 1;
        });
    }

    /** Nobody asks for this member again. */
    void forget(String member) {
        places.remove(member);
    }
}
