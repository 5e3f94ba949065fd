/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the ledger, under whatever may happen: random operations, replays, failed units, failed commits and crashes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerLawTest {

    private final Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    private final Set<LedgerPlay.Happening> happenings = EnumSet.noneOf(LedgerPlay.Happening.class);

    private static final int STEPS = 150;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void all_accounts_sum_to_zero_and_memory_is_what_the_entries_say(long seed, @TempDir Path folder)
            throws IOException {
        RandomGenerator random = new Random(seed);
        try (LedgerTrial trial = new LedgerTrial(folder, LedgerRules.USUAL)) {
            LedgerPlay play = new LedgerPlay(trial, random);
            for (int step = 0; step < STEPS; step++) {
                play.step();
                check(trial, play);
            }
            trial.pass(Clerk.BETWEEN_SNAPSHOTS);
            trial.tend();
            assertThat(verdict(trial)).as("with balances").isInstanceOf(LedgerVerdict.Sound.class);
            play.members().forEach(member -> trial.run(tx -> trial.ledger().close(tx, member)));
            assertThat(verdict(trial)).as("all closed").isInstanceOf(LedgerVerdict.Sound.class);
            kinds.addAll(trial.kinds());
            happenings.addAll(play.happenings());
        }
    }

    /** A law that was never put to the test is none. */
    @AfterAll
    void everything_that_can_happen_has_happened() {
        assertThat(kinds).containsExactlyInAnyOrder(EntryKind.values());
        assertThat(happenings).containsExactlyInAnyOrder(LedgerPlay.Happening.values());
    }

    private static LedgerVerdict verdict(LedgerTrial trial) throws IOException {
        try (LedgerSource source = new SqlLedgerSource(trial.database(), Optional.empty())) {
            return LedgerVerification.of(source, 1);
        }
    }

    private static void check(LedgerTrial trial, LedgerPlay play) {
        Map<Account, Credits> recount = trial.recount();
        assertThat(sum(recount.values().stream().toList())).isEqualTo(Credits.ZERO);
        Credits inMemory = Credits.ZERO;
        for (Account.House house : Account.House.values()) {
            Credits here = trial.write(tx -> trial.ledger().house(tx, house));
            assertThat(here).isEqualTo(recount.getOrDefault(house, Credits.ZERO));
            inMemory = inMemory.plus(here);
        }
        for (String member : play.members()) {
            inMemory = inMemory.plus(check(trial, recount, member));
        }
        assertThat(inMemory).as("all accounts in memory").isEqualTo(Credits.ZERO);
    }

    private static Credits check(LedgerTrial trial, Map<Account, Credits> recount, String member) {
        Balance balance = trial.balance(member);
        assertThat(balance.owned())
                .isEqualTo(trial.account(member).map(recount::get).orElse(Credits.ZERO));
        assertThat(balance.pending())
                .isEqualTo(sum(trial.pendingAccounts(member).stream()
                        .map(account -> recount.getOrDefault(account, Credits.ZERO))
                        .toList()));
        assertThat(balance.pending().micros()).isNotNegative();
        assertThat(balance.held())
                .isEqualTo(sum(trial.openHolds.stream()
                        .filter(hold -> hold.member().equals(member))
                        .map(hold -> hold.remaining().most())
                        .toList()));
        Ledger anew = trial.anotherLedger();
        trial.run(tx -> {
            assertThat(anew.balance(tx, member)).isEqualTo(balance);
            assertThat(anew.lifetime(tx, member)).isEqualTo(trial.ledger().lifetime(tx, member));
            assertThat(anew.recentAverage(tx, member)).isEqualTo(trial.ledger().recentAverage(tx, member));
        });
        return balance.owned().plus(balance.pending());
    }

    private static Credits sum(List<Credits> amounts) {
        return amounts.stream()
                .map(credits -> credits == null ? Credits.ZERO : credits)
                .reduce(Credits.ZERO, Credits::plus);
    }
}
