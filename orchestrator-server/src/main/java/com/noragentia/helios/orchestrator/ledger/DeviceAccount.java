/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;

/** What is pending of a device while it belongs to one owner, and what it did today. Not thread-safe. */
final class DeviceAccount {

    private final long number;
    private final String device;
    private final MemberAccount owner;
    private final Account.Pending account;
    private final Lots lots;
    private long checkedBefore;
    private long activeDay;
    private Credits minted;

    /** As it was stored. */
    record Stored(Lots lots, long checkedBefore, long activeDay, Credits minted) {

        static Stored anew() {
            return new Stored(new Lots(), 0, 0, Credits.ZERO);
        }
    }

    DeviceAccount(long number, String device, MemberAccount owner, String pseudonym, Stored stored) {
        this.number = number;
        this.device = device;
        this.owner = owner;
        this.account = new Account.Pending(pseudonym);
        this.lots = stored.lots();
        this.checkedBefore = stored.checkedBefore();
        this.activeDay = stored.activeDay();
        this.minted = stored.minted();
    }

    Stored toStore() {
        return new Stored(lots, checkedBefore, activeDay, minted);
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

    /** Entries with a lower index are no longer in doubt. */
    long checkedBefore() {
        return checkedBefore;
    }

    void checked(long before) {
        checkedBefore = before;
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
