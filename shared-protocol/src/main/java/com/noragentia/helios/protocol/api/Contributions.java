/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.noragentia.helios.protocol.ledger.Credits;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member gave to the network and took from it: {@code GET /api/v1/me/contributions?from=DATE&to=DATE}, both days included, 30 days up
 * to today unless said otherwise and 366 at most. {@code GET /api/v1/me/contributions.csv} has the days alone. Days are those of UTC; amounts
 * are millionths of a credit.
 *
 * @param account of the member in the public ledger; null before anything was recorded
 * @param owned matured credits, negative for debts
 * @param held kept back for jobs that have not ended
 * @param pending earned by the member's devices, not matured
 * @param lifetime all that ever matured
 * @param recentAverage what matured a day of the membership, with a half-life of seven days
 * @param rank among all by recent average; null for who has none
 * @param devices that earned something, ever
 * @param days oldest first; days and devices without any entry have none
 */
public record Contributions(
        LocalDate from,
        LocalDate to,
        @Nullable String account,
        Credits owned,
        Credits held,
        Credits pending,
        Credits lifetime,
        Credits recentAverage,
        @Nullable Rank rank,
        List<Device> devices,
        List<Day> days) {

    /**
     * A place among many; equals share one.
     *
     * @param place 1 for the first
     * @param of how many
     */
    public record Rank(long place, long of) {}

    /**
     * A device of the member.
     *
     * @param account of the device in the public ledger
     */
    public record Device(String device, String account, Credits pending) {}

    /**
     * A day of one device and expert, or of the member's own account. What is not said is nothing.
     *
     * @param device id; null for the member's own account
     * @param expert as on the wire; null where it does not matter
     * @param tasks answered by the device, or paid for by the member
     * @param earned by the device, pending at first
     * @param matured of the device's pending credits
     * @param spent by the member on tasks, with what was burned of it
     * @param burned of what was spent; fines; and pending credits that were lost
     * @param granted as an allowance
     * @param faded of a hoard
     * @param corrected to put mistakes right; negative where it was taken
     */
    public record Day(
            LocalDate day,
            @Nullable String device,
            @Nullable String expert,
            long tasks,
            Credits earned,
            Credits matured,
            Credits spent,
            Credits burned,
            Credits granted,
            Credits faded,
            Credits corrected) {}
}
