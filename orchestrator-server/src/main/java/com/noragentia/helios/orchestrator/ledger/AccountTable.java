/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.List;

/** Tables {@code ledger_member} and {@code ledger_device}: who stands behind which pseudonym, and each account as of the snapshot. */
final class AccountTable {

    private static final String MEMBER_SEALED = "UPDATE ledger_member SET row_seal = ? WHERE number = ?";
    private static final String DEVICE_SEALED = "UPDATE ledger_device SET row_seal = ? WHERE number = ?";

    List<StoredBooks.Member> members(Transaction tx) {
        return tx.statements()
                .list(
                        "SELECT * FROM ledger_member ORDER BY number",
                        row -> new StoredBooks.Member(
                                row.getLong("number"),
                                row.getString("member"),
                                row.getString("pseudonym"),
                                new MemberAccount.Stored(
                                        new Credits(row.getLong("owned")),
                                        new Credits(row.getLong("lifetime")),
                                        new Activity(row.getDouble("activity"), row.getLong("activity_at")),
                                        row.getLong("hoard_since"))));
    }

    List<StoredBooks.Device> devices(Transaction tx) {
        return tx.statements()
                .list(
                        "SELECT * FROM ledger_device ORDER BY number",
                        row -> new StoredBooks.Device(
                                row.getLong("number"),
                                row.getString("device"),
                                row.getLong("owner"),
                                row.getString("pseudonym"),
                                row.getString("lots"),
                                new DeviceAccount.Checked(row.getLong("checked_before"), row.getString("checked_by")),
                                row.getLong("checked_seal"),
                                row.getLong("active_day"),
                                new Credits(row.getLong("minted"))));
    }

    MemberAccount openMember(Transaction tx, String member, String pseudonym) {
        long number = tx.statements()
                .first(
                        "INSERT INTO ledger_member (member, pseudonym) VALUES (?, ?) RETURNING number",
                        row -> row.getLong(1),
                        member,
                        pseudonym)
                .orElseThrow();
        seal(tx, SealedTable.LEDGER_MEMBER.seal(number, member, pseudonym), MEMBER_SEALED, number);
        return new MemberAccount(number, member, pseudonym, MemberAccount.Stored.NEW);
    }

    DeviceAccount openDevice(Transaction tx, String device, MemberAccount owner, String pseudonym) {
        long number = tx.statements()
                .first(
                        "INSERT INTO ledger_device (device, owner, pseudonym) VALUES (?, ?, ?) RETURNING number",
                        row -> row.getLong(1),
                        device,
                        owner.number(),
                        pseudonym)
                .orElseThrow();
        seal(tx, SealedTable.LEDGER_DEVICE.seal(number, device, owner.number(), pseudonym), DEVICE_SEALED, number);
        return new DeviceAccount(number, device, owner, pseudonym, DeviceAccount.Stored.anew());
    }

    /** The number of a row is known once it is there. */
    private static void seal(Transaction tx, long seal, String update, long number) {
        tx.statements().update(update, seal, number);
    }

    void checked(Transaction tx, DeviceAccount account) {
        tx.statements()
                .update(
                        "UPDATE ledger_device SET checked_before = ?, checked_by = ?, checked_seal = ? WHERE number = ?",
                        account.checked().before(),
                        account.checked().by(),
                        Seal.ofCheck(account.number(), account.account().pseudonym(), account.checked()),
                        account.number());
    }

    void write(Transaction tx, MemberAccount account) {
        MemberAccount.Stored stored = account.toStore();
        tx.statements()
                .update(
                        """
                        UPDATE ledger_member SET owned = ?, lifetime = ?, activity = ?, activity_at = ?, hoard_since = ?
                        WHERE number = ?
                        """,
                        stored.owned().micros(),
                        stored.lifetime().micros(),
                        stored.activity().perDay(),
                        stored.activity().at(),
                        stored.hoardSince(),
                        account.number());
    }

    void write(Transaction tx, DeviceAccount account) {
        DeviceAccount.Stored stored = account.toStore();
        tx.statements()
                .update(
                        "UPDATE ledger_device SET lots = ?, active_day = ?, minted = ? WHERE number = ?",
                        stored.lots().json(),
                        stored.activeDay(),
                        stored.minted().micros(),
                        account.number());
    }

    /** With the member's devices and days. */
    void delete(Transaction tx, MemberAccount account) {
        tx.statements().update("DELETE FROM ledger_member WHERE number = ?", account.number());
    }
}
