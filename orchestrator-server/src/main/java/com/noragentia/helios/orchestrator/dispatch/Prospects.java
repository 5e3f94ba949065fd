/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The workers of a lane, weighed for one task: trust.md §3.6, "random assignment". Who is good enough is a matter of predicted milliseconds,
 * who of those gets the task is a matter of chance alone. One choice, one instance.
 */
final class Prospects {

    /** So many times the best prediction is still good enough. */
    static final double SPREAD = 1.5;
    /** So many are good enough in any case, with all that are as good as the last of them. */
    static final int FEWEST = 8;
    /** So often chance may hit somebody who is barred before everybody is looked at. */
    private static final int DRAWS = 32;

    private final Work work;
    private final Predicate<Seat> barred;
    private final long now;
    private final double[] best = new double[FEWEST];
    private int found;

    /** Those with somebody who is good enough, and some that only seemed to have one. */
    private final List<Peers> groups = new ArrayList<>();

    /**
     * @param everybody the workers with a hand free
     * @param barred those that must not have the task
     * @param now epoch milliseconds
     */
    Prospects(Collection<Peers> everybody, Work work, Predicate<Seat> barred, long now) {
        this.work = work;
        this.barred = barred;
        this.now = now;
        everybody.forEach(this::consider);
    }

    /** The limit never rises once it is known, so whoever is beyond it now stays there. */
    private void consider(Peers peers) {
        double millis = peers.millisFor(work);
        if (found == FEWEST && millis > limit()) {
            return;
        }
        groups.add(peers);
        SeatRow seats = peers.seats();
        for (int i = 0; i < seats.size(); i++) {
            double predicted = millis + seats.get(i).queueMillis(now);
            if (found == FEWEST && predicted >= best[FEWEST - 1]) {
                return; // those behind are no sooner free
            }
            if (!barred.test(seats.get(i))) {
                insert(predicted);
            }
        }
    }

    private void insert(double predicted) {
        int place = found < FEWEST ? found++ : FEWEST - 1;
        while (place > 0 && best[place - 1] > predicted) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = predicted;
    }

    boolean isEmpty() {
        return found == 0;
    }

    /** The smallest prediction, in milliseconds. */
    double smallest() {
        return best[0];
    }

    /** The largest prediction that is good enough. */
    private double limit() {
        return Math.max(SPREAD * best[0], best[found - 1]);
    }

    /** One of those that are good enough, each with the same chance. There must be one. */
    Seat pick(RandomGenerator random) {
        double limit = limit();
        int[] within = new int[groups.size()];
        int all = 0;
        for (int i = 0; i < within.length; i++) {
            within[i] = groups.get(i).within(work, limit, now);
            all += within[i];
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            Seat seat = seatAt(within, random.nextInt(all));
            if (!barred.test(seat)) {
                return seat;
            }
        }
        return pickOneByOne(within, random);
    }

    /** Where most are barred, as in a network that is nearly one family, chance would take too long to find the others. */
    private Seat pickOneByOne(int[] within, RandomGenerator random) {
        List<Seat> open = new ArrayList<>();
        for (int group = 0; group < within.length; group++) {
            for (int place = 0; place < within[group]; place++) {
                Seat seat = groups.get(group).seats().get(place);
                if (!barred.test(seat)) {
                    open.add(seat);
                }
            }
        }
        return open.get(random.nextInt(open.size()));
    }

    private Seat seatAt(int[] within, int place) {
        int left = place;
        int group = 0;
        while (left >= within[group]) {
            left -= within[group++];
        }
        return groups.get(group).seats().get(left);
    }
}
