/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Seats in order. Finding is logarithmic; adding and removing also shift references, which for thousands costs less than a look into main
 * memory. Not thread-safe.
 */
final class SeatRow {

    private final Comparator<Seat> order;
    private final List<Seat> seats = new ArrayList<>();

    SeatRow(Comparator<Seat> order) {
        this.order = order;
    }

    void add(Seat seat) {
        int place = Collections.binarySearch(seats, seat, order);
        seats.add(place < 0 ? -place - 1 : place, seat);
    }

    void remove(Seat seat) {
        int place = Collections.binarySearch(seats, seat, order);
        if (place >= 0) {
            seats.remove(place);
        }
    }

    /** Puts {@code next} where {@code old} was, or where it belongs by now. */
    void replace(Seat old, Seat next) {
        int place = Collections.binarySearch(seats, old, order);
        if (place >= 0 && fits(place, next)) {
            seats.set(place, next);
        } else {
            if (place >= 0) {
                seats.remove(place);
            }
            add(next);
        }
    }

    private boolean fits(int place, Seat seat) {
        return (place == 0 || order.compare(seats.get(place - 1), seat) < 0)
                && (place == seats.size() - 1 || order.compare(seat, seats.get(place + 1)) < 0);
    }

    int size() {
        return seats.size();
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    Seat get(int place) {
        return seats.get(place);
    }

    /** How many seats at the head of the row hold a condition that, once broken, holds for none further on. */
    int leading(Predicate<Seat> condition) {
        int from = 0;
        int to = seats.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (condition.test(seats.get(middle))) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
