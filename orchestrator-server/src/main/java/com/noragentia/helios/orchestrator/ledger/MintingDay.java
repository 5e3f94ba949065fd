/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/** How much may be minted today, and has been. Days are those of UTC. Not thread-safe. */
final class MintingDay {

    private long day;
    private Credits minted;
    private Credits transferred;
    private Credits yesterday;
    private long activeDevices;

    /**
     * As it was stored.
     *
     * @param day since 1970
     * @param transferred to devices for tasks, on that day; then on the day before
     */
    record Stored(long day, Credits minted, Credits transferred, Credits yesterday) {}

    MintingDay(Stored stored, long activeDevices) {
        this.day = stored.day();
        this.minted = stored.minted();
        this.transferred = stored.transferred();
        this.yesterday = stored.yesterday();
        this.activeDevices = activeDevices;
    }

    Stored toStore() {
        return new Stored(day, minted, transferred, yesterday);
    }

    long day() {
        return day;
    }

    /** It is this day now, or one still; days do not go back. */
    void begin(long today) {
        if (today <= day) {
            return;
        }
        yesterday = today == day + 1 ? transferred : Credits.ZERO;
        transferred = Credits.ZERO;
        minted = Credits.ZERO;
        activeDevices = 0;
        day = today;
    }

    /** What all together may still mint. */
    Credits room() {
        return room(activeDevices);
    }

    /** What this device may still mint. */
    Credits room(DeviceAccount device) {
        Credits own = LedgerRules.MINT_PER_DEVICE.minus(device.mintedOn(day));
        return room(activeDevices + (device.isActiveOn(day) ? 0 : 1)).min(own).max(Credits.ZERO);
    }

    private Credits room(long devices) {
        Credits forDevices = new Credits(Math.multiplyExact(LedgerRules.MINT_PER_ACTIVE_DEVICE.micros(), devices));
        Credits cap = yesterday.times(LedgerRules.MINT_SHARE).max(forDevices);
        return cap.minus(minted).max(Credits.ZERO);
    }

    void mint(Credits amount) {
        minted = minted.plus(amount);
    }

    void transfer(Credits amount) {
        transferred = transferred.plus(amount);
    }

    void deviceBecameActive() {
        activeDevices++;
    }
}
