/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/**
 * Recent average credit: what came in a day, half as heavy for each half-life since (BOINC's RAC, in the limit of small steps). Immutable.
 *
 * @param perDay credits a day, as of then
 * @param at epoch milliseconds
 */
record Activity(double perDay, long at) {

    static final Activity NONE = new Activity(0, 0);

    private static final double HALF_LIFE_MILLIS = LedgerRules.ACTIVITY_HALF_LIFE.toMillis();
    /** A steady stream of one credit a day tends to an average of one. */
    private static final double WEIGHT = Math.log(2) / LedgerRules.ACTIVITY_HALF_LIFE.toDays();

    Activity plus(Credits earned, long now) {
        return new Activity(perDay(now) + WEIGHT * earned.toDouble(), Math.max(at, now));
    }

    /** Without what was counted by mistake, as much of it as is left by now; never below nothing. */
    Activity minus(Credits unearned, long since, long now) {
        double left = new Activity(WEIGHT * unearned.toDouble(), since).perDay(now);
        return new Activity(Math.max(0, perDay(now) - left), Math.max(at, now));
    }

    /** Credits a day, as of a moment in epoch milliseconds, not before {@link #at}. */
    double perDay(long now) {
        return perDay == 0 ? 0 : perDay * Math.pow(2, -Math.max(0, now - at) / HALF_LIFE_MILLIS);
    }

    /** {@link #perDay}, to the millionth. */
    Credits credits(long now) {
        return Credits.of(perDay(now));
    }
}
