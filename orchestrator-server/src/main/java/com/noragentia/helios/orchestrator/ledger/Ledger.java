/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * The door of the slice: append-only, double entry (trust.md 3.3). Every call belongs to a unit of work of the store's writer, and is undone
 * with it. Each event is recorded once: the same again changes nothing. Amounts are in credits, to the millionth; ids are the orchestrator's
 * own. Any call may throw {@link IllegalStateException} where the entries are damaged, or called off the writer's thread. Not thread-safe;
 * lives on that thread.
 */
public final class Ledger implements Accounts {

    /** A check is not brought again later than that, to the books or to reputations. */
    public static final Duration CHECKS_KEPT = Duration.ofDays(400);

    private final CurrentBooks current;
    private final Registry registry;
    private final Clerk clerk;
    private final Payments payments;
    private final Maturation maturation;
    private final Fading fading;
    private final Repair repair;
    private final Closing closing;
    private final History history = new History();

    /**
     * A ledger over the store's tables.
     *
     * @param known who is a member: nobody else gets an account
     * @param pseudonyms 32 lower-case hex digits each, that nobody guesses
     * @param holds what is kept back for jobs that have not ended
     */
    public Ledger(LedgerRules rules, KnownMembers known, Supplier<String> pseudonyms, OpenHolds holds, Clock clock) {
        this.current = new CurrentBooks(holds);
        this.registry = new Registry(current, known, pseudonyms);
        this.clerk = new Clerk(current, clock);
        this.payments = new Payments(current, registry, clerk, rules);
        this.maturation = new Maturation(current, registry, clerk, rules);
        this.fading = new Fading(current, clerk);
        this.repair = new Repair(current, clerk);
        this.closing = new Closing(current, clerk);
    }

    /** Of nothing, for a member that the ledger does not know. */
    @Override
    public Balance balance(Transaction tx, String member) {
        return current.view(tx)
                .accounts()
                .member(member)
                .map(MemberAccount::balance)
                .orElse(Balance.NOTHING);
    }

    /** Reads the books, should they not be read yet: holds are those of the tasks that are open at this moment. */
    public void open(Transaction tx) {
        current.view(tx);
    }

    /** Keeps back the most that a job may cost, until it is settled or released. A second hold for a job changes nothing; neither does one for a member who has gone. */
    public void hold(Transaction tx, String member, String job, Outlay outlay) {
        registry.member(tx, member).ifPresent(account -> current.at(tx).holds().hold(job, account, outlay));
    }

    /**
     * A task was answered. The hold of its job shrinks by what is paid. Work of no worth is not recorded, nor is any where one of the two
     * has gone.
     *
     * @return what the requester pays for it: by this call, or by the earlier one that recorded the task, whatever this one says
     */
    public Payment settle(Transaction tx, Settlement settlement) {
        return payments.settle(tx, settlement);
    }

    /** A job has ended: what is left of its hold is free again. */
    public void release(Transaction tx, String job) {
        current.at(tx).holds().release(job);
    }

    /** A device passed a canary: {@code work} is minted for it, as far as the caps allow. Returns what was, by this call. */
    public Credits mint(
            Transaction tx, String canary, String device, String owner, Credits work, LedgerEntry.Facts facts) {
        return payments.mint(tx, canary, device, owner, work, facts);
    }

    /**
     * A newcomer's allowance, once in a member's life, once in the life of the device that earned it, and within the cap. Returns what was
     * granted, by this call; after nothing it may be asked for again.
     */
    public Credits allow(Transaction tx, String member, String device, Credits allowance) {
        return payments.allow(tx, member, device, allowance);
    }

    /** A check of a device was passed: what it earned before matures once it is old enough. */
    public void passed(Transaction tx, String check, String device) {
        maturation.passed(tx, check, device);
    }

    /** A check failed: what is pending is burned, and the owner is fined. */
    public void failed(Transaction tx, String check, String device, String owner) {
        maturation.failed(tx, check, device, owner);
    }

    /**
     * Reverses an entry that was a mistake. What has matured of it meanwhile is taken from the owner.
     *
     * @param why for whoever looks later; not part of the ledger
     */
    public Correction compensate(Transaction tx, long index, String why) {
        return repair.compensate(tx, index, why);
    }

    /** Every entry that was reversed, and why. */
    public List<Correction.Made> corrections(Transaction tx) {
        return repair.corrections(tx);
    }

    /**
     * Reckons balances and history anew from all entries, whatever stands in their place: minutes where there are very many.
     *
     * @return how many entries there are
     * @throws IllegalStateException if an entry is not as it was written, or an account has no name
     */
    public long recount(Transaction tx) {
        return current.recount(tx).next();
    }

    /** To be called every few seconds: lets pending credits mature and hoards fade, and now and then spares the next start some work. */
    public void tend(Transaction tx) {
        maturation.matureAll(tx);
        fading.fadeAll(tx);
        maturation.forgetOld(tx);
        closing.forgetOld(tx);
        clerk.snapshotIfDue(tx);
    }

    /** What matured of a member's devices a day, with a half-life of seven days, as if it had always been a member: {@link RecentAverage} asks since when. */
    @Override
    public Credits recentAverage(Transaction tx, String member) {
        Books books = current.view(tx);
        return books.accounts()
                .member(member)
                .map(account -> account.activity().credits(clerk.now(books)))
                .orElse(Credits.ZERO);
    }

    /** All that the member's devices ever earned, matured. */
    @Override
    public Credits lifetime(Transaction tx, String member) {
        return current.view(tx)
                .accounts()
                .member(member)
                .map(MemberAccount::lifetime)
                .orElse(Credits.ZERO);
    }

    /**
     * What a member and the member's devices gave and took, day by day, as far as it is in memory: {@link RecentHistory#with} adds the rest.
     *
     * @param from first day (UTC)
     * @param to last day
     * @param dates when members became such: the recent average and the rank by it hang on that
     */
    public RecentHistory history(Transaction tx, String member, LocalDate from, LocalDate to, MemberDates dates) {
        Books books = current.view(tx);
        return history.of(books, member, from, to, each -> dates.since(tx, each), clerk.now(books));
    }

    /** All of {@link #history}; for few, as the days before the last snapshot are read on the writer's thread. */
    public Contributions contributions(Transaction tx, String member, LocalDate from, LocalDate to, MemberDates dates) {
        return history(tx, member, from, to, dates).with(tx).orElseThrow();
    }

    /** What one of the three accounts that belong to nobody has in memory, for who compares that with the entries. */
    Credits house(Transaction tx, Account.House account) {
        return current.view(tx).house(account);
    }

    /** Closes the accounts of a member for good: what is left is burned, and nothing leads from the pseudonyms to the member any more. */
    public void close(Transaction tx, String member) {
        closing.close(tx, member);
    }
}
