/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How much may be minted today, and has been. Days are those of UTC. Not thread-safe. */
final class MintingDay {

    private long day;
    /** Of what was minted, what was for checks: that of all devices below. The rest is allowances. */
    private Credits checks;

    private Credits minted;
    private Credits transferred;
    private Credits yesterday;
    /** What was minted for each device that earned today, whoever owned it meanwhile: the cap is the device's. */
    private final Map<String, Credits> active;
    /** The same of devices whose account was closed, by {@link GoneDeviceTable#name}; one that comes back moves up to the active. */
    private final Map<String, Credits> gone;

    /**
     * As it was stored.
     *
     * @param day since 1970
     * @param transferred to devices for tasks, on that day; then on the day before
     */
    record Stored(long day, Credits minted, Credits transferred, Credits yesterday) {}

    /**
     * As it was stored.
     *
     * @param active what was minted on that day for each device that earned on it
     * @param gone likewise where the account was closed, by {@link GoneDeviceTable#name}
     */
    MintingDay(Stored stored, Map<String, Credits> active, Map<String, Credits> gone) {
        this.day = stored.day();
        this.minted = stored.minted();
        this.transferred = stored.transferred();
        this.yesterday = stored.yesterday();
        this.active = new HashMap<>(active);
        this.gone = new HashMap<>(gone);
        this.checks =
                Stream.concat(active.values().stream(), gone.values().stream()).reduce(Credits.ZERO, Credits::plus);
        active.keySet().forEach(this::welcomeBack);
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
        checks = Credits.ZERO;
        active.clear();
        gone.clear();
        day = today;
    }

    /** What is left today of what all allowances together may come to: one for each active device, with this one. */
    Credits allowances(String device, LedgerRules rules) {
        Credits cap = times(rules.allowance(), devicesWith(device));
        return cap.minus(minted.minus(checks)).max(Credits.ZERO);
    }

    /** What this device may still mint by checks. */
    Credits room(String device, LedgerRules rules) {
        long devices = devicesWith(device);
        Credits own = rules.mintPerDevice().minus(active.getOrDefault(device, Credits.ZERO));
        Credits cap = yesterday.times(LedgerRules.MINT_SHARE).max(times(rules.mintPerActiveDevice(), devices));
        return cap.minus(checks).min(own).max(Credits.ZERO);
    }

    private long devicesWith(String device) {
        welcomeBack(device);
        return active.size() + gone.size() + (active.containsKey(device) ? 0L : 1L);
    }

    private static Credits times(Credits each, long devices) {
        return new Credits(Math.multiplyExact(each.micros(), devices));
    }

    void mint(Credits amount) {
        minted = minted.plus(amount);
    }

    void transfer(Credits amount) {
        transferred = transferred.plus(amount);
    }

    /** The device earned something, of which so much was minted. */
    void earned(String device, Credits ofIt) {
        welcomeBack(device);
        active.merge(device, ofIt, Credits::plus);
        checks = checks.plus(ofIt);
    }

    private void welcomeBack(String device) {
        if (gone.isEmpty()) {
            return; // as nearly always: no hash is reckoned for each task that is paid
        }
        Credits before = gone.remove(GoneDeviceTable.name(device));
        if (before != null) {
            active.merge(device, before, Credits::plus);
        }
    }
}
