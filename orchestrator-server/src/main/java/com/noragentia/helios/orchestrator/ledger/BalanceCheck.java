/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Misstated;
import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the balances kept beside the log with what the entries come to, account by account. Names of accounts do not follow from the
 * entries, nor does when a device was checked last: of that it says only whether it can be, and whether its seal fits. Not thread-safe.
 */
final class BalanceCheck {

    /** Averages are reckoned in floating numbers, whose last digits another processor may round in another way. */
    private static final double PRECISION = 1e-9;

    private final StoredBooks stored;
    private final List<DaySum> days;
    private final Map<String, List<Lot>> lots = new HashMap<>();
    private final Optional<Recount> recount;
    private Optional<Misstated> misread;

    /** @param days all of table {@code ledger_day}; empty where it cannot be read */
    BalanceCheck(StoredBooks stored, Optional<List<DaySum>> days) {
        this.stored = stored;
        this.days = days.orElse(List.of());
        this.misread = days.isPresent()
                ? Optional.empty()
                : Optional.of(new Misstated("ledger_day", Figure.HISTORY, "?", "-"));
        stored.devices().forEach(this::readLots);
        this.recount = opened();
    }

    private void readLots(StoredBooks.Device row) {
        try {
            lots.put(row.pseudonym(), Lots.read(row.lots()).all());
        } catch (IllegalStateException | ArithmeticException e) {
            misread = Optional.of(new Misstated(text(row), Figure.PENDING, row.lots(), "?"));
        }
    }

    private Optional<Recount> opened() {
        try {
            return Optional.of(new Recount(stored, this::partedAlike));
        } catch (IllegalStateException | IllegalArgumentException e) {
            misread = Optional.of(new Misstated("snapshot", Figure.NAME, String.valueOf(e.getMessage()), "?"));
            return Optional.empty();
        }
    }

    /** Where one lot ends and the next begins is up to the checks, of which the entries do not tell: it is taken from what is stored. */
    private Lots partedAlike(StoredBooks.Device row) {
        Set<Long> ends = lots.getOrDefault(row.pseudonym(), List.of()).stream()
                .map(Lot::lastIndex)
                .collect(Collectors.toSet());
        return new Lots((newest, _, _, _) -> !ends.contains(newest.lastIndex()));
    }

    /** Takes the entries that the snapshot holds; those since are not in the balances yet. */
    void add(LedgerEntry entry, TreeHash leaf) {
        if (entry.index() < stored.snapshot().entries()) {
            recount.ifPresent(books -> books.add(entry, leaf.hex()));
        }
    }

    /**
     * The first account that differs, once all entries were told; the snapshot first, then members and devices in the order of their rows.
     *
     * @param entries how many there are
     * @param holding accounts in which they all together leave something, those since the snapshot included
     */
    Optional<Misstated> misstated(long entries, Set<Account> holding) {
        Differences found = new Differences();
        found.compare(
                "snapshot",
                Figure.ENTRIES,
                Math.min(stored.snapshot().entries(), entries),
                stored.snapshot().entries());
        misread.ifPresent(found::add);
        recount.ifPresent(counted -> {
            compare(found, counted, entries);
            unnamed(holding).ifPresent(account -> found.add(nameless(account)));
        });
        return found.first();
    }

    /** One that has no row, the first by its name. */
    private Optional<Account> unnamed(Set<Account> holding) {
        Set<Account> named = Stream.concat(
                        stored.members().stream().map(row -> new Account.Member(row.pseudonym())),
                        stored.devices().stream().map(row -> new Account.Pending(row.pseudonym())))
                .collect(Collectors.toSet());
        return holding.stream().filter(account -> !named.contains(account)).min(Comparator.comparing(Account::text));
    }

    private static Misstated nameless(Account account) {
        return new Misstated(account.text(), Figure.NAME, "-", account.text());
    }

    private void compare(Differences found, Recount counted, long entries) {
        compare(found, counted.books());
        for (StoredBooks.Member row : stored.members()) {
            counted.books()
                    .accounts()
                    .of(new Account.Member(row.pseudonym()))
                    .ifPresent(account -> compare(found, row, account.toStore()));
        }
        for (StoredBooks.Device row : stored.devices()) {
            counted.books()
                    .accounts()
                    .of(new Account.Pending(row.pseudonym()))
                    .ifPresent(account -> compare(found, row, account, entries));
        }
        counted.unnamed().ifPresent(account -> found.add(nameless(account)));
        counted.closeUnnamed();
        compareDays(found, counted.books());
        stored.seal().ifPresent(seal -> found.compare("snapshot", Figure.SEAL, seal, sealOf(counted.books())));
    }

    private void compare(Differences found, Books books) {
        Snapshot kept = stored.snapshot();
        MintingDay.Stored day = kept.minting();
        for (Account.House house : Account.House.values()) {
            found.compare(house.text(), Figure.valueOf(house.name()), kept.of(house), books.house(house));
        }
        // A day may have begun since the last entry.
        MintingDay.Stored reckoned = books.mintingOn(day.day()).toStore();
        found.compare("snapshot", Figure.DAY, day.day(), reckoned.day());
        found.compare("snapshot", Figure.MINTED, day.minted(), reckoned.minted());
        found.compare("snapshot", Figure.TRANSFERRED, day.transferred(), reckoned.transferred());
        found.compare("snapshot", Figure.TRANSFERRED_YESTERDAY, day.yesterday(), reckoned.yesterday());
    }

    private static void compare(Differences found, StoredBooks.Member row, MemberAccount.Stored reckoned) {
        String account = new Account.Member(row.pseudonym()).text();
        MemberAccount.Stored kept = row.stored();
        found.compare(account, Figure.OWNED, kept.owned(), reckoned.owned());
        found.compare(account, Figure.LIFETIME, kept.lifetime(), reckoned.lifetime());
        double average = kept.activity().perDay();
        double right = reckoned.activity().perDay();
        if (!(Math.abs(average - right) <= PRECISION * Math.max(1, Math.abs(right)))) { // no number is none of both
            found.add(new Misstated(account, Figure.AVERAGE, Double.toString(average), Double.toString(right)));
        }
        found.compare(
                account,
                Figure.AVERAGE_AT,
                kept.activity().at(),
                reckoned.activity().at());
        found.compare(account, Figure.HOARD_SINCE, kept.hoardSince(), reckoned.hoardSince());
    }

    private void compare(Differences found, StoredBooks.Device row, DeviceAccount reckoned, long entries) {
        String account = text(row);
        List<Lot> right = reckoned.lots().all();
        if (!lots.getOrDefault(row.pseudonym(), List.of()).equals(right)) {
            found.add(new Misstated(
                    account, Figure.PENDING, row.lots(), reckoned.lots().json()));
        }
        found.compare(
                account, Figure.ACTIVE_DAY, row.activeDay(), reckoned.toStore().activeDay());
        found.compare(
                account,
                Figure.MINTED_FOR_DEVICE,
                row.minted(),
                reckoned.toStore().minted());
        long checked = row.checked().before();
        found.compare(account, Figure.CHECKED_BEFORE, checked, Math.clamp(checked, 0, entries));
        found.compare(
                account,
                Figure.CHECKED_SEAL,
                row.checkedSeal(),
                Seal.ofCheck(row.number(), row.pseudonym(), row.checked()));
    }

    private void compareDays(Differences found, Books books) {
        Map<DaySum.Key, DaySum> right = new HashMap<>();
        books.sums().all().forEach(sum -> right.put(sum.key(), sum));
        for (DaySum kept : days) {
            DaySum reckoned = right.remove(kept.key());
            if (!kept.equals(reckoned)) {
                found.add(new Misstated(
                        owner(kept.key()), Figure.HISTORY, kept.text(), reckoned == null ? "-" : reckoned.text()));
            }
        }
        right.values().stream()
                .findFirst()
                .ifPresent(
                        missing -> found.add(new Misstated(owner(missing.key()), Figure.HISTORY, "-", missing.text())));
    }

    private String owner(DaySum.Key key) {
        return stored.members().stream()
                .filter(row -> row.number() == key.owner())
                .findFirst()
                .map(row -> new Account.Member(row.pseudonym()).text())
                .orElse("member " + key.owner());
    }

    /** Where all that was compared is the same, so are the rows that are sealed; averages are as they were stored, to the last digit. */
    private long sealOf(Books books) {
        Map<Long, MemberAccount> owners = new HashMap<>();
        stored.members().forEach(row -> owners.put(row.number(), row.account(row.stored())));
        long members = owners.values().stream().mapToLong(MemberAccount::seal).sum();
        long devices = stored.devices().stream()
                .filter(row -> lots.containsKey(row.pseudonym()))
                .mapToLong(row -> row.account(Recount.owner(owners, row)).seal())
                .sum();
        return Seal.of(stored.snapshot(), books.lastHash()) + members + devices;
    }

    private static String text(StoredBooks.Device row) {
        return new Account.Pending(row.pseudonym()).text();
    }

    /** Keeps the first. */
    private static final class Differences {

        private Optional<Misstated> first = Optional.empty();

        void compare(String account, Figure figure, Credits kept, Credits reckoned) {
            if (!kept.equals(reckoned)) {
                add(new Misstated(account, figure, kept.toString(), reckoned.toString()));
            }
        }

        void compare(String account, Figure figure, long kept, long reckoned) {
            if (kept != reckoned) {
                add(new Misstated(account, figure, Long.toString(kept), Long.toString(reckoned)));
            }
        }

        void add(Misstated difference) {
            first = first.or(() -> Optional.of(difference));
        }

        Optional<Misstated> first() {
            return first;
        }
    }
}
