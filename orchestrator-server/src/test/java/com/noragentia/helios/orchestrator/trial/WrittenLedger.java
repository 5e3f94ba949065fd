/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.orchestrator.ledger.Event;
import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.ledger.Posting;
import com.noragentia.helios.protocol.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes entries into a store as the ledger does, for tests that need many, or wrong ones. Not thread-safe. */
public final class WrittenLedger {

    private static final String MEMBER = "aa".repeat(16);
    private static final long BEGINNING = 1_700_000_000_000L;
    /** Tasks that begin within one millisecond. */
    private static final int SAME_TIME = 64;

    private final Store store;
    private long next;
    private String last = LedgerEntry.FIRST;
    private long lastAt;

    /** Goes on after what is written there already. */
    public WrittenLedger(Store store) {
        this.store = store;
        store.read(tx -> tx.statements()
                        .first(
                                "SELECT idx, body FROM ledger_entry ORDER BY idx DESC LIMIT 1",
                                row -> Map.entry(row.getLong(1), row.getString(2))))
                .ifPresent(newest -> {
                    next = newest.getKey() + 1;
                    last = LedgerEntry.hash(newest.getValue().getBytes(StandardCharsets.UTF_8));
                    lastAt = at(newest.getValue());
                });
    }

    private static long at(String body) {
        try {
            return LedgerEntry.read(body).at();
        } catch (WireException e) {
            throw new IllegalArgumentException("the last entry is damaged", e);
        }
    }

    /** Entries that say that a device was paid for tasks {@code t-0}, {@code t-1}, ..., each answered under a lease {@code l-...}. */
    public WrittenLedger tasks(String pseudonym, int count) {
        store.write(tx -> {
            for (int i = 0; i < count; i++) {
                LedgerEntry entry = task(pseudonym, "t-" + next, "l-" + next);
                tx.statements()
                        .update(
                                "INSERT INTO ledger_entry (idx, event, body) VALUES (?, ?, ?)",
                                entry.index(),
                                HexFormat.of().parseHex(entry.event()),
                                new String(entry.canonical(), StandardCharsets.UTF_8));
                last = entry.hash();
                lastAt = entry.at();
                next++;
            }
            return true;
        });
        return this;
    }

    private LedgerEntry task(String pseudonym, String task, String lease) {
        return new LedgerEntry(
                LedgerEntry.VERSION,
                next,
                Math.max(lastAt, BEGINNING + next),
                EntryKind.TASK,
                Event.task(String.format(Locale.ROOT, "%012x%020x", BEGINNING + next / SAME_TIME, next)),
                List.of(
                        new Posting(new Account.Member(MEMBER), new Credits(-32_400_000)),
                        new Posting(new Account.Pending(pseudonym), new Credits(30_000_000)),
                        new Posting(Account.House.BURN, new Credits(2_400_000))),
                new LedgerEntry.Facts(
                        LedgerEntry.commitment(task, lease),
                        "chat",
                        "helios-chat-1",
                        1,
                        new Measure(300, 200, 0, 0, 0)),
                last);
    }

    /** Lets a device of a member have this pseudonym. */
    public static void name(Store store, String member, String device, String pseudonym) {
        store.write(tx -> {
            tx.statements()
                    .update(
                            "INSERT INTO ledger_member (member, pseudonym) VALUES (?, ?)",
                            member,
                            Sha256.hex(member).substring(0, 32));
            tx.statements()
                    .update(
                            "INSERT INTO ledger_device (device, owner, pseudonym) SELECT ?, number, ? FROM ledger_member WHERE member = ?",
                            device,
                            pseudonym,
                            member);
            seal(tx);
            return true;
        });
    }

    /** Lets the member who pays for all tasks be this one. */
    public static void namePayer(Store store, String member) {
        store.write(tx -> {
            tx.statements().update("INSERT INTO ledger_member (member, pseudonym) VALUES (?, ?)", member, MEMBER);
            seal(tx);
            return true;
        });
    }

    private static void seal(Transaction tx) {
        SealedTable.LEDGER_MEMBER.sealAll(tx.handle().getConnection());
        SealedTable.LEDGER_DEVICE.sealAll(tx.handle().getConnection());
    }

    /** Puts another text in the place of an entry's. */
    public static void rewrite(Store store, long index, String was, String is) {
        store.write(tx -> tx.statements()
                .update("UPDATE ledger_entry SET body = replace(body, ?, ?) WHERE idx = ?", was, is, index));
    }
}
