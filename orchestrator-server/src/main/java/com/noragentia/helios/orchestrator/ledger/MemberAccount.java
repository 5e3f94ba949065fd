/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.util.ArrayList;
import java.util.List;

/** What a member owns, has kept back, and did lately. Not thread-safe. */
final class MemberAccount {

    private final long number;
    private final String member;
    private final Account.Member account;
    private final List<DeviceAccount> devices = new ArrayList<>(1);
    private Credits owned;
    private Credits lifetime;
    private Activity activity;
    private long hoardSince;
    private Outlay open = Outlay.NOTHING;
    private long seal;

    /** As it was stored. */
    record Stored(Credits owned, Credits lifetime, Activity activity, long hoardSince) {

        static final Stored NEW = new Stored(Credits.ZERO, Credits.ZERO, Activity.NONE, 0);
    }

    MemberAccount(long number, String member, String pseudonym, Stored stored) {
        this.number = number;
        this.member = member;
        this.account = new Account.Member(pseudonym);
        this.owned = stored.owned();
        this.lifetime = stored.lifetime();
        this.activity = stored.activity();
        this.hoardSince = stored.hoardSince();
        this.seal = Seal.of(this);
    }

    Stored toStore() {
        return new Stored(owned, lifetime, activity, hoardSince);
    }

    /** By which other tables know it. */
    long number() {
        return number;
    }

    String member() {
        return member;
    }

    Account.Member account() {
        return account;
    }

    List<DeviceAccount> devices() {
        return devices;
    }

    Credits owned() {
        return owned;
    }

    Credits lifetime() {
        return lifetime;
    }

    Activity activity() {
        return activity;
    }

    /** Epoch milliseconds since when the part above the hoard fades; 0 where none does. */
    long hoardSince() {
        return hoardSince;
    }

    Balance balance() {
        Credits pending = devices.stream().map(DeviceAccount::pending).reduce(Credits.ZERO, Credits::plus);
        return new Balance(owned, open, pending);
    }

    void keepBack(Outlay more) {
        open = open.plus(more);
    }

    void free(Outlay kept) {
        open = open.minus(kept);
    }

    void post(Credits amount, EntryKind kind, long at) {
        owned = owned.plus(amount);
        if (owned.compareTo(LedgerRules.HOARD) <= 0) {
            hoardSince = 0;
        } else if (hoardSince == 0 || kind == EntryKind.DECAY) {
            hoardSince = at;
        }
    }

    /** Its devices have earned this for good. */
    void matured(Credits amount, long at) {
        lifetime = lifetime.plus(amount);
        activity = activity.plus(amount, at);
    }

    /**
     * Some of what counted as contributed was a mistake.
     *
     * @param since when it had counted, epoch milliseconds
     */
    void unearned(Credits amount, long since, long at) {
        lifetime = lifetime.minus(amount).max(Credits.ZERO);
        activity = activity.minus(amount, since, at);
    }

    /** Of what is stored. */
    long seal() {
        return seal;
    }

    /** It is stored as it is now. */
    void sealed() {
        seal = Seal.of(this);
    }
}
