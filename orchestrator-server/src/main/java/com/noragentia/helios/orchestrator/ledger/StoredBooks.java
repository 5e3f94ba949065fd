/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.List;
import java.util.OptionalLong;

/**
 * The books beside the log, as they stand in the database: what the entries up to the snapshot came to, if nobody changed it. Immutable.
 *
 * @param seal empty where the snapshot was written before there were seals
 */
record StoredBooks(Snapshot snapshot, OptionalLong seal, List<Member> members, List<Device> devices) {

    /** A row of {@code ledger_member}. */
    record Member(long number, String member, String pseudonym, MemberAccount.Stored stored) {

        MemberAccount account(MemberAccount.Stored as) {
            return new MemberAccount(number, member, pseudonym, as);
        }
    }

    /**
     * A row of {@code ledger_device}.
     *
     * @param owner number of a member's row
     * @param checked as it stands there
     * @param lots as {@link Lots#json} writes them, if nobody changed them
     */
    record Device(
            long number,
            String device,
            long owner,
            String pseudonym,
            String lots,
            DeviceAccount.Checked checked,
            long checkedSeal,
            long activeDay,
            Credits minted) {

        /** Whether the last check is as it was written. */
        boolean isCheckSealed() {
            return checkedSeal == Seal.ofCheck(number, pseudonym, checked);
        }

        /** One that somebody changed is none: the device waits for its next. */
        private DeviceAccount.Checked believed() {
            return isCheckSealed() ? checked : DeviceAccount.Checked.NEVER;
        }

        /** @throws IllegalStateException if the lots cannot be read */
        DeviceAccount account(MemberAccount holder) {
            return new DeviceAccount(
                    number,
                    device,
                    holder,
                    pseudonym,
                    new DeviceAccount.Stored(Lots.read(lots), believed(), activeDay, minted));
        }

        /** With nothing pending, and no work done. */
        DeviceAccount blank(MemberAccount holder, Lots into) {
            return new DeviceAccount(
                    number, device, holder, pseudonym, new DeviceAccount.Stored(into, believed(), 0, Credits.ZERO));
        }
    }

    static StoredBooks read(Transaction tx) {
        AccountTable accounts = new AccountTable();
        SnapshotTable.Sealed sealed = new SnapshotTable().read(tx);
        return new StoredBooks(sealed.snapshot(), sealed.seal(), accounts.members(tx), accounts.devices(tx));
    }
}
