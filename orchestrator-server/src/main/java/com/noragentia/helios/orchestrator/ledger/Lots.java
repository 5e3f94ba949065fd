/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is pending of a device, the oldest first. Never less than nothing. Not thread-safe. */
final class Lots {

    private static final int STORED_BYTES = 16 * 1024 * 1024;

    private final Deque<Lot> lots = new ArrayDeque<>();
    private final Joining joining;
    private Credits total = Credits.ZERO;

    /** Whether what was earned under an index, at a time, joins the newest lot. */
    @FunctionalInterface
    interface Joining {

        boolean joins(Lot newest, long index, long at, long checkedBefore);
    }

    Lots() {
        this(Lot::takes);
    }

    Lots(Joining joining) {
        this.joining = joining;
    }

    /** @throws IllegalStateException if it is not what {@link #json} wrote */
    static Lots read(String json) {
        Lots read = new Lots();
        try {
            for (Lot lot : JsonCodec.decode(json, Lot[].class, STORED_BYTES)) {
                read.lots.add(lot);
                read.total = read.total.plus(lot.amount());
            }
        } catch (WireException e) {
            throw new IllegalStateException("what is pending of a device cannot be read", e);
        }
        return read;
    }

    String json() {
        return JsonCodec.encodeToString(lots);
    }

    /** The oldest first. */
    List<Lot> all() {
        return List.copyOf(lots);
    }

    Credits total() {
        return total;
    }

    void add(long index, long at, Credits amount, long checkedBefore) {
        Lot newest = lots.peekLast();
        if (newest != null && joining.joins(newest, index, at, checkedBefore)) {
            lots.removeLast();
            lots.add(newest.with(index, at, amount));
        } else {
            lots.add(new Lot(index, at, amount));
        }
        total = total.plus(amount);
    }

    /** The oldest lots which a check has passed and which were complete at {@code latest}: together as one; of nothing where there are none. */
    Lot due(long checkedBefore, long latest) {
        Lot due = new Lot(-1, 0, Credits.ZERO);
        for (Lot lot : lots) {
            if (lot.lastIndex() >= checkedBefore || lot.at() > latest) {
                break;
            }
            due = due.with(lot.lastIndex(), lot.at(), lot.amount());
        }
        return due;
    }

    /** Takes so much from the oldest. */
    void takeOldest(Credits amount) {
        require(amount);
        Credits rest = amount;
        while (rest.isPositive()) {
            Lot oldest = lots.removeFirst();
            Credits some = rest.min(oldest.amount());
            rest = rest.minus(some);
            if (some.compareTo(oldest.amount()) < 0) {
                lots.addFirst(oldest.less(some));
            }
        }
    }

    /** Takes so much from the newest. */
    void takeNewest(Credits amount) {
        require(amount);
        Credits rest = amount;
        while (rest.isPositive()) {
            Lot newest = lots.removeLast();
            Credits some = rest.min(newest.amount());
            rest = rest.minus(some);
            if (some.compareTo(newest.amount()) < 0) {
                lots.addLast(newest.less(some));
            }
        }
    }

    private void require(Credits amount) {
        if (amount.compareTo(total) > 0) {
            throw new IllegalStateException("more is taken than is pending");
        }
        total = total.minus(amount);
    }
}
