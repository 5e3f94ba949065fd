/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that stand for rows of the books as they are stored. Their sum, modulo 2^64, is kept with the snapshot: a start sees whether any row
 * was changed since, at the price of a hash for each, and a snapshot reckons anew only those it writes. It tells of accidents and of careless
 * hands; whoever knows the rule can make a seal, and only {@link LedgerVerification} finds that out. Pure.
 */
final class Seal {

    private static final int DIGITS = 16;
    private static final int HEX = 16;

    /** Of books in which nothing was ever entered. */
    static final long OF_NOTHING = of(Snapshot.NOTHING, LedgerEntry.FIRST);

    private Seal() {}

    /** 0 for one in which nothing was ever entered, whose row may come between two snapshots. */
    static long of(MemberAccount account) {
        MemberAccount.Stored stored = account.toStore();
        return stored.equals(MemberAccount.Stored.NEW)
                ? 0
                : of(
                        "member",
                        account.number(),
                        account.member(),
                        account.account().pseudonym(),
                        stored.owned().micros(),
                        stored.lifetime().micros(),
                        Double.doubleToLongBits(stored.activity().perDay()),
                        stored.activity().at(),
                        stored.hoardSince());
    }

    /** As {@link #of(MemberAccount)}; without the last check, which is always current and belongs to no snapshot: {@link #ofCheck}. */
    static long of(DeviceAccount account) {
        DeviceAccount.Stored stored = account.toStore();
        boolean isNew = stored.activeDay() == 0
                && stored.minted().isZero()
                && stored.lots().all().isEmpty();
        return isNew
                ? 0
                : of(
                        "device",
                        account.number(),
                        account.device(),
                        account.owner().number(),
                        account.account().pseudonym(),
                        stored.lots().json(),
                        stored.activeDay(),
                        stored.minted().micros());
    }

    /** Of the last check alone, kept in the row itself; 0 where none was ever passed. */
    static long ofCheck(long number, String pseudonym, DeviceAccount.Checked checked) {
        return checked.equals(DeviceAccount.Checked.NEVER)
                ? 0
                : of("check", number, pseudonym, checked.before(), String.valueOf(checked.by()));
    }

    /** @param lastHash of the last entry that it holds */
    static long of(Snapshot snapshot, String lastHash) {
        MintingDay.Stored minting = snapshot.minting();
        return of(
                "snapshot",
                snapshot.entries(),
                lastHash,
                micros(snapshot.burn(), snapshot.treasury(), snapshot.mint()),
                minting.day(),
                micros(minting.minted(), minting.transferred(), minting.yesterday()));
    }

    private static String micros(Credits... amounts) {
        return Stream.of(amounts).map(amount -> Long.toString(amount.micros())).collect(Collectors.joining(" "));
    }

    private static long of(Object... parts) {
        String text = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\n"));
        return Long.parseUnsignedLong(Sha256.hex("helios-seal-1\n" + text), 0, DIGITS, HEX);
    }
}
