/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Table {@code ledger_day}: the history of each member, as of the snapshot. */
final class DayTable {

    void add(Transaction tx, DaySum sum) {
        tx.statements()
                .update(
                        """
                        INSERT INTO ledger_day (owner, day, device, kind, expert, amount, burned, entries)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET amount = amount + excluded.amount,
                            burned = burned + excluded.burned, entries = entries + excluded.entries
                        """,
                        sum.key().owner(),
                        sum.key().day(),
                        sum.key().device(),
                        sum.key().kind().name(),
                        sum.key().expert(),
                        sum.amount().micros(),
                        sum.burned().micros(),
                        sum.entries());
    }

    /** Before all of it is written anew. */
    void deleteAll(Transaction tx) {
        tx.statements().update("DELETE FROM ledger_day");
    }

    /** All there is, in no order. */
    List<DaySum> all(Transaction tx) {
        return tx.statements().list("SELECT * FROM ledger_day", DayTable::sum);
    }

    private static DaySum sum(ResultSet row) throws SQLException {
        return new DaySum(
                new DaySum.Key(
                        row.getLong("owner"),
                        row.getLong("day"),
                        row.getLong("device"),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("expert")),
                new Credits(row.getLong("amount")),
                new Credits(row.getLong("burned")),
                row.getLong("entries"));
    }

    /**
     * What stands there of a member.
     *
     * @param entries that the snapshot holds with which it was written
     */
    record AsOf(long entries, List<DaySum> days) {}

    /**
     * From one day to another, both included; in one statement, which sees one moment.
     *
     * @param owner number of the member's account
     */
    AsOf of(Transaction tx, long owner, long from, long to) {
        List<DaySum> days = new ArrayList<>();
        long entries = tx.statements()
                .list(
                        """
                        SELECT s.entries AS held, d.* FROM ledger_snapshot s
                        LEFT JOIN ledger_day d ON d.owner = ? AND d.day BETWEEN ? AND ?
                        """,
                        row -> {
                            if (row.getString("kind") != null) {
                                days.add(sum(row));
                            }
                            return row.getLong("held");
                        },
                        owner,
                        from,
                        to)
                .getFirst();
        return new AsOf(entries, days);
    }
}
