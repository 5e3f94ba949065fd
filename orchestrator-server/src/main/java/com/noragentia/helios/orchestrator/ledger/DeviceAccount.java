/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Check;
import com.noragentia.helios.protocol.ledger.Credits;
import org.jspecify.annotations.Nullable;

/** What is pending of a device while it belongs to one owner, and what it did today. Not thread-safe. */
final class DeviceAccount {

    private final long number;
    private final String device;
    private final MemberAccount owner;
    private final Account.Pending account;
    private final Lots lots;
    private Checked checked;
    private long activeDay;
    private Credits minted;
    private long seal;

    /** As it was stored. */
    record Stored(Lots lots, Checked checked, long activeDay, Credits minted) {

        static Stored anew() {
            return new Stored(new Lots(), Checked.NEVER, 0, Credits.ZERO);
        }
    }

    /**
     * The last check that the device has passed.
     *
     * @param before entries with a lower index are no longer in doubt
     * @param by {@link Check#commitment} of it; null where it was passed before that was kept
     */
    record Checked(long before, @Nullable String by) {

        static final Checked NEVER = new Checked(0, null);
    }

    DeviceAccount(long number, String device, MemberAccount owner, String pseudonym, Stored stored) {
        this.number = number;
        this.device = device;
        this.owner = owner;
        this.account = new Account.Pending(pseudonym);
        this.lots = stored.lots();
        this.checked = stored.checked();
        this.activeDay = stored.activeDay();
        this.minted = stored.minted();
        this.seal = Seal.of(this);
    }

    Stored toStore() {
        return new Stored(lots, checked, activeDay, minted);
    }

    /** By which other tables know it. */
    long number() {
        return number;
    }

    String device() {
        return device;
    }

    MemberAccount owner() {
        return owner;
    }

    Account.Pending account() {
        return account;
    }

    Credits pending() {
        return lots.total();
    }

    Lots lots() {
        return lots;
    }

    Checked checked() {
        return checked;
    }

    void checked(Checked now) {
        checked = now;
    }

    /** Of what is stored. */
    long seal() {
        return seal;
    }

    /** It is stored as it is now. */
    void sealed() {
        seal = Seal.of(this);
    }

    boolean isActiveOn(long day) {
        return activeDay == day;
    }

    Credits mintedOn(long day) {
        return activeDay == day ? minted : Credits.ZERO;
    }

    /** It earned something. */
    void earned(Credits ofIt, long day) {
        minted = mintedOn(day).plus(ofIt);
        activeDay = day;
    }
}
