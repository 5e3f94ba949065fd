/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export shows parts that live on the writer's thread, such as the books. */
class AccountExportTest {

    private static final int ROUNDS = 20;
    private static final int SETTLEMENTS = 10;

    private final TestClock clock = new TestClock();
    private final AtomicInteger pseudonyms = new AtomicInteger();

    /** Work that was paid so far. */
    private int paid;

    private record Books(Ledger ledger) implements AccountPart {

        @Override
        public String name() {
            return "books";
        }

        @Override
        public Object export(Transaction tx, String member) {
            return ledger.balance(tx, member).pending().toDouble();
        }

        @Override
        public void delete(Transaction tx, String member) {
            // Nobody leaves here.
        }
    }

    private Ledger unread() {
        return new Ledger(
                LedgerRules.USUAL,
                (_, _) -> true,
                () -> String.format(Locale.ROOT, "%032x", pseudonyms.incrementAndGet()),
                OpenHolds.NONE,
                clock);
    }

    private WholeAccounts accounts(Store store, Ledger ledger) {
        Challenges challenges = new Challenges("server", _ -> true, new Secrets(new SecureRandom()), clock);
        WholeAccounts accounts = new WholeAccounts(
                store, new DeviceProofs(store, challenges), new Departures(new KnownTokens(clock)), clock);
        accounts.include(new Books(ledger));
        return accounts;
    }

    private CompletableFuture<Boolean> settle(Store store, Ledger ledger) {
        String task = "t" + paid++;
        LedgerEntry.Facts facts =
                new LedgerEntry.Facts("0".repeat(64), "chat", "model-1", 1, new Measure(300, 200, 0, 0, 0));
        return store.submit(tx -> {
            ledger.settle(tx, new Settlement(task, task, "ana", "laptop", "ben", Credits.of(1), facts));
            return true;
        });
    }

    @Test
    void an_export_before_the_books_are_read_agrees_with_settlements_at_the_same_time(@TempDir Path folder) {
        try (Store store = SqliteStore.open(folder.resolve("helios.db"))) {
            store.write(tx -> {
                new MemberTable().add(tx, "ben", Optional.empty(), clock.instant());
                return true;
            });
            for (int round = 0; round < ROUNDS; round++) {
                Ledger ledger = unread();
                WholeAccounts accounts = accounts(store, ledger);
                List<CompletableFuture<Boolean>> settlements = new ArrayList<>();
                double before = paid;
                CompletableFuture<Double> shown = CompletableFuture.supplyAsync(() -> pending(accounts));
                for (int i = 0; i < SETTLEMENTS; i++) {
                    settlements.add(settle(store, ledger));
                }
                settlements.forEach(CompletableFuture::join);

                assertThat(shown.join()).isBetween(before, (double) paid);
                assertThat(pending(accounts)).isEqualTo(paid);
            }
        }
    }

    private static double pending(WholeAccounts accounts) {
        return (Double) Objects.requireNonNull(
                accounts.export(new Caller("ben", "laptop")).parts().get("books"));
    }
}
