/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What all entries together come to. Whatever stands here but the holds follows from the entries in their order, so that a restart gives the
 * same; decides nothing. Not thread-safe; lives on the writer's thread.
 */
final class Books {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final OpenAccounts accounts = new OpenAccounts();
    private final Holds holds = new Holds();
    private final DaySums sums = new DaySums();
    private final Map<Account.House, Credits> house = new EnumMap<>(Account.House.class);
    private final Set<MemberAccount> changedMembers = new HashSet<>();
    private final Set<DeviceAccount> changedDevices = new HashSet<>();
    private final MintingDay minting;
    private long stored;
    private long next;
    private long lastAt;
    private String lastHash;

    /**
     * The books as of a snapshot, without accounts.
     *
     * @param lastAt of its last entry, epoch milliseconds
     * @param lastHash of the same
     * @param minting as of the snapshot
     */
    Books(Snapshot snapshot, long lastAt, String lastHash, MintingDay minting) {
        house.put(Account.House.BURN, snapshot.burn());
        house.put(Account.House.TREASURY, snapshot.treasury());
        house.put(Account.House.MINT, snapshot.mint());
        this.minting = minting;
        this.stored = snapshot.entries();
        this.next = snapshot.entries();
        this.lastAt = lastAt;
        this.lastHash = lastHash;
    }

    OpenAccounts accounts() {
        return accounts;
    }

    Holds holds() {
        return holds;
    }

    /** Since the last snapshot. */
    DaySums sums() {
        return sums;
    }

    Credits house(Account.House account) {
        return Objects.requireNonNull(house.get(account));
    }

    /** As of this moment. */
    MintingDay minting(long now) {
        return mintingOn(dayOf(now));
    }

    /** As of this day, since 1970, or of a later one that has begun. */
    MintingDay mintingOn(long day) {
        minting.begin(day);
        return minting;
    }

    /** How many entries there are, which is the index of the next. */
    long next() {
        return next;
    }

    /** Epoch milliseconds; no later entry is older, nor of a day before the one that minting has reached. */
    long lastAt() {
        return Math.max(lastAt, Math.multiplyExact(minting.day(), DAY_MILLIS));
    }

    String lastHash() {
        return lastHash;
    }

    /** How many entries the last snapshot holds. */
    long inSnapshot() {
        return stored;
    }

    /** Whether all accounts together are nothing, as they always should be. */
    boolean sumsToZero() {
        Credits owned = accounts.members().stream().map(MemberAccount::owned).reduce(Credits.ZERO, Credits::plus);
        Credits pending =
                accounts.devices().stream().map(DeviceAccount::pending).reduce(Credits.ZERO, Credits::plus);
        Credits houses = house.values().stream().reduce(Credits.ZERO, Credits::plus);
        return owned.plus(pending).plus(houses).isZero();
    }

    long sinceSnapshot() {
        return next - stored;
    }

    static long dayOf(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }

    /** The next entry, with its {@link LedgerEntry#hash}. */
    void add(LedgerEntry entry, String hash) {
        if (entry.index() != next || !entry.previous().equals(lastHash)) {
            throw new IllegalStateException("the ledger is broken at entry " + next);
        }
        minting.begin(dayOf(entry.at()));
        entry.postings().forEach(posting -> post(entry, posting));
        next++;
        lastAt = entry.at();
        lastHash = hash;
    }

    private void post(LedgerEntry entry, Posting posting) {
        switch (posting.account()) {
            case Account.House account -> {
                house.merge(account, posting.amount(), Credits::plus);
            }
            case Account.Member account -> post(entry, accounts.of(account).orElseThrow(Books::unknown), posting);
            case Account.Pending account -> post(entry, accounts.of(account).orElseThrow(Books::unknown), posting);
        }
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException("an entry for an account that does not exist");
    }

    private void post(LedgerEntry entry, MemberAccount account, Posting posting) {
        Credits amount = posting.amount();
        account.post(amount, entry.kind(), entry.at());
        switch (entry.kind()) {
            case MATURED -> account.matured(amount, entry.at());
            case ALLOWANCE -> minting.mint(amount);
            case COMPENSATION -> takeBack(entry, account, amount);
            case TASK, CANARY, BURNED, FINE, DECAY, CLOSED -> {}
        }
        sums.add(entry, minting.day(), account, 0, amount);
        changedMembers.add(account);
    }

    /** Entries of the first version do not say whether it had counted: it stays counted. */
    private static void takeBack(LedgerEntry entry, MemberAccount account, Credits amount) {
        Reversal reversal = entry.reverses();
        if (reversal != null && reversal.since() != 0 && !amount.isPositive()) {
            account.unearned(amount.negated(), reversal.since(), entry.at());
        }
    }

    private void post(LedgerEntry entry, DeviceAccount account, Posting posting) {
        Credits amount = posting.amount();
        if (amount.isPositive()) {
            account.lots()
                    .add(entry.index(), entry.at(), amount, account.checked().before());
        }
        switch (entry.kind()) {
            case TASK -> {
                minting.transfer(amount);
                earned(account, Credits.ZERO);
            }
            case CANARY -> {
                minting.mint(amount);
                earned(account, amount);
            }
            case MATURED, BURNED, CLOSED -> account.lots().takeOldest(amount.negated());
            case COMPENSATION -> account.lots().takeNewest(amount.negated().max(Credits.ZERO));
            case ALLOWANCE, FINE, DECAY -> throw new IllegalStateException("an entry that no device has");
        }
        sums.add(entry, minting.day(), account.owner(), account.number(), amount);
        changedDevices.add(account);
    }

    private void earned(DeviceAccount account, Credits minted) {
        minting.earned(account.device(), minted);
        account.earned(minted, minting.day());
    }

    /** How many rows the next snapshot writes. */
    int rowsToStore() {
        return changedMembers.size() + changedDevices.size() + sums.all().size();
    }

    Set<MemberAccount> changedMembers() {
        return changedMembers;
    }

    Set<DeviceAccount> changedDevices() {
        return changedDevices;
    }

    Snapshot snapshot() {
        return new Snapshot(
                next,
                house(Account.House.BURN),
                house(Account.House.TREASURY),
                house(Account.House.MINT),
                minting.toStore());
    }

    /** Accounts without a row have no history either. */
    void forgetUnnamed() {
        sums.forgetUnnamed();
        changedMembers.removeIf(account -> account.number() < 0);
        changedDevices.removeIf(account -> account.number() < 0);
    }

    /** Of what is in the database once this snapshot is. */
    long seal() {
        return Seal.of(snapshot(), lastHash) + accounts.seal();
    }

    /** All that is here is in the database now. */
    void snapshotTaken() {
        stored = next;
        sums.clear();
        changedMembers.clear();
        changedDevices.clear();
    }
}
