/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnitOfWork;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A ledger on a real file, with a clock that stands still. */
final class LedgerTrial implements AutoCloseable {

    static final LedgerEntry.Facts FACTS =
            new LedgerEntry.Facts("0".repeat(64), "chat", "model-1", 1, new Measure(300, 200, 0, 0, 0));

    final TestClock clock = new TestClock();
    final List<OpenHolds.OpenHold> openHolds = new ArrayList<>();
    final Set<String> gone = new HashSet<>();
    private final LedgerRules rules;
    private final Path folder;
    private SqliteStore store;
    private Ledger ledger;
    private int copies;
    private int pseudonyms;

    LedgerTrial(Path folder, LedgerRules rules) {
        this.folder = folder;
        this.rules = rules;
        this.store = SqliteStore.open(folder.resolve("ledger.db"));
        this.ledger = anotherLedger();
    }

    Ledger anotherLedger() {
        return new Ledger(
                rules,
                (_, member) -> !gone.contains(member),
                () -> String.format(Locale.ROOT, "%032x", 0xabc0000 + pseudonyms++),
                _ -> openHolds,
                clock);
    }

    SqliteStore store() {
        return store;
    }

    Ledger ledger() {
        return ledger;
    }

    Path database() {
        return folder.resolve(copies == 0 ? "ledger.db" : "ledger-" + copies + ".db");
    }

    /** As after kill -9: what is on disk now, and nothing else, is what the next start finds. */
    void crash() {
        Path now = database();
        copies++;
        Path next = database();
        try {
            Files.copy(now, next);
            Files.copy(Path.of(now + "-wal"), Path.of(next + "-wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.close();
        store = SqliteStore.open(next);
        ledger = anotherLedger();
    }

    <T> T write(UnitOfWork<T> work) {
        return store.write(work);
    }

    void run(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** The unit does its work and then fails. */
    void runAndFail(Consumer<Transaction> work) {
        assertThatThrownBy(() -> run(tx -> {
                    work.accept(tx);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
    }

    /** The unit does well, but its commit fails: a reference that leads nowhere, looked at only then. */
    void runAndFailToCommit(Consumer<Transaction> work) {
        assertThatThrownBy(() -> run(tx -> {
                    work.accept(tx);
                    tx.statements().update("PRAGMA defer_foreign_keys = ON");
                    tx.statements()
                            .update(
                                    "INSERT INTO device (id, member, name, public_key, enrolled_at) VALUES ('d', 'x', '', '', 0)");
                }))
                .isNotNull();
    }

    void settle(String task, String requester, String device, String owner, double work) {
        run(tx -> ledger.settle(tx, settlement(task, requester, device, owner, work)));
    }

    static Settlement settlement(String task, String requester, String device, String owner, double work) {
        return new Settlement(task, task, requester, device, owner, Credits.of(work), FACTS);
    }

    double mint(String canary, String device, String owner, double work) {
        return write(tx -> ledger.mint(tx, canary, device, owner, Credits.of(work), FACTS))
                .toDouble();
    }

    double allow(String member, String device, double allowance) {
        return write(tx -> ledger.allow(tx, member, device, Credits.of(allowance)))
                .toDouble();
    }

    Correction compensate(long index) {
        return write(tx -> ledger.compensate(tx, index, "on purpose"));
    }

    void passed(String check, String device) {
        run(tx -> ledger.passed(tx, check, device));
    }

    void failed(String check, String device, String owner) {
        run(tx -> ledger.failed(tx, check, device, owner));
    }

    void tend() {
        run(ledger::tend);
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    Balance balance(String member) {
        return write(tx -> ledger.balance(tx, member));
    }

    double owned(String member) {
        return balance(member).owned().toDouble();
    }

    double pending(String member) {
        return balance(member).pending().toDouble();
    }

    double house(Account.House account) {
        return write(tx -> ledger.house(tx, account)).toDouble();
    }

    List<EntryKind> kinds() {
        return entries().stream().map(LedgerEntry::kind).toList();
    }

    /** All that is in the table, checked as anybody could: no gaps, each entry balanced and chained to the one before. */
    List<LedgerEntry> entries() {
        List<String> bodies = store.read(
                tx -> tx.statements().list("SELECT body FROM ledger_entry ORDER BY idx", row -> row.getString(1)));
        List<LedgerEntry> entries = new ArrayList<>();
        String previous = LedgerEntry.FIRST;
        for (String body : bodies) {
            LedgerEntry entry = decode(body);
            if (entry.index() != entries.size()
                    || !entry.previous().equals(previous)
                    || entry.postings().stream()
                                    .mapToLong(posting -> posting.amount().micros())
                                    .sum()
                            != 0) {
                throw new AssertionError("bad entry " + entry);
            }
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }

    private static LedgerEntry decode(String body) {
        try {
            return JsonCodec.decode(body, LedgerEntry.class, 8 * 1024);
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    /** Every account, reckoned from the entries alone. */
    Map<Account, Credits> recount() {
        Map<Account, Credits> sums = new HashMap<>();
        for (LedgerEntry entry : entries()) {
            for (Posting posting : entry.postings()) {
                sums.merge(posting.account(), posting.amount(), Credits::plus);
            }
        }
        return sums;
    }

    /** The account of a member, where it is open. */
    Optional<Account> account(String member) {
        return store.read(tx -> tx.statements()
                .first(
                        "SELECT pseudonym FROM ledger_member WHERE member = ?",
                        row -> new Account.Member(row.getString(1)),
                        member));
    }

    /** The accounts of a member's devices. */
    List<Account> pendingAccounts(String member) {
        return store.read(tx -> tx.statements().list("""
                        SELECT d.pseudonym FROM ledger_device d JOIN ledger_member m ON m.number = d.owner WHERE m.member = ?
                        """, row -> new Account.Pending(row.getString(1)), member));
    }

    @Override
    public void close() {
        store.close();
    }
}
