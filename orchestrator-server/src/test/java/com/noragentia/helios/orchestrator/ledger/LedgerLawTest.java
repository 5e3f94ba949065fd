/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
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

    /** What random play has to meet beside every kind of entry. */
    private enum Happening {
        CRASH,
        REPLAY,
        FAILED_UNIT,
        FAILED_COMMIT,
        HOLD,
        RELEASE,
        CLOSED_IN_MID_PLAY,
        RE_ENROLMENT,
        DEVICE_OF_TWO_OWNERS,
        COMPENSATION_AFTER_MATURING,
        COMPENSATION_AFTER_BURNING
    }

    private final Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    private final Set<Happening> happenings = EnumSet.noneOf(Happening.class);

    private static final int STEPS = 150;
    private static final int MEMBERS = 5;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void all_accounts_sum_to_zero_and_memory_is_what_the_entries_say(long seed, @TempDir Path folder)
            throws IOException {
        RandomGenerator random = new Random(seed);
        try (LedgerTrial trial = new LedgerTrial(folder, LedgerRules.USUAL)) {
            Play play = new Play(trial, random);
            for (int step = 0; step < STEPS; step++) {
                play.step();
                check(trial, play);
            }
            trial.pass(Clerk.BETWEEN_SNAPSHOTS);
            trial.tend();
            assertThat(verdict(trial)).as("with balances").isInstanceOf(LedgerVerdict.Sound.class);
            play.members.forEach(member -> trial.run(tx -> trial.ledger().close(tx, member)));
            assertThat(verdict(trial)).as("all closed").isInstanceOf(LedgerVerdict.Sound.class);
            kinds.addAll(trial.kinds());
            happenings.addAll(play.happenings);
        }
    }

    /** A law that was never put to the test is none. */
    @AfterAll
    void everything_that_can_happen_has_happened() {
        assertThat(kinds).containsExactlyInAnyOrder(EntryKind.values());
        assertThat(happenings).containsExactlyInAnyOrder(Happening.values());
    }

    private static LedgerVerdict verdict(LedgerTrial trial) throws IOException {
        try (LedgerSource source = new SqlLedgerSource(trial.database(), Optional.empty())) {
            return LedgerVerification.of(source, 1);
        }
    }

    private static void check(LedgerTrial trial, Play play) {
        Map<Account, Credits> recount = trial.recount();
        assertThat(sum(recount.values().stream().toList())).isEqualTo(Credits.ZERO);
        Credits inMemory = Credits.ZERO;
        for (Account.House house : Account.House.values()) {
            Credits here = trial.write(tx -> trial.ledger().house(tx, house));
            assertThat(here).isEqualTo(recount.getOrDefault(house, Credits.ZERO));
            inMemory = inMemory.plus(here);
        }
        for (String member : play.members) {
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

    /** What may happen, and what the rest of the orchestrator would remember of it. */
    private static final class Play {

        final List<String> members = new ArrayList<>();
        private final LedgerTrial trial;
        private final RandomGenerator random;
        private final List<Consumer<Transaction>> done = new ArrayList<>();
        private final Set<String> closed = new HashSet<>();
        final Set<Happening> happenings = EnumSet.noneOf(Happening.class);
        private int names;

        Play(LedgerTrial trial, RandomGenerator random) {
            this.trial = trial;
            this.random = random;
            for (int i = 0; i < MEMBERS; i++) {
                members.add("m" + i);
            }
        }

        void step() {
            switch (random.nextInt(13)) {
                case 0 -> {
                    trial.crash();
                    happenings.add(Happening.CRASH);
                }
                case 1 -> trial.pass(Duration.ofMinutes(random.nextInt(1_000)));
                case 2 -> trial.tend();
                case 3 -> replay();
                case 4 -> {
                    trial.runAndFail(this::leavesNothing);
                    happenings.add(Happening.FAILED_UNIT);
                }
                case 5 -> {
                    trial.runAndFailToCommit(this::leavesNothing);
                    happenings.add(Happening.FAILED_COMMIT);
                }
                case 6 -> holdOrRelease();
                case 7 -> closeNowAndThen();
                default -> {
                    Consumer<Transaction> operation = operation();
                    long before = entriesNow();
                    trial.run(operation);
                    if (entriesNow() > before) {
                        done.add(operation);
                        look();
                    }
                }
            }
        }

        /** What was done for a closed account is not told again: it would be a new account's then. */
        private void closeNowAndThen() {
            if (random.nextInt(4) > 0) {
                return;
            }
            String member = anyMember();
            closed.addAll(trial.account(member).isPresent() ? Set.of(member) : Set.of());
            trial.run(tx -> trial.ledger().close(tx, member));
            trial.openHolds.removeIf(hold -> hold.member().equals(member));
            done.clear();
            happenings.add(Happening.CLOSED_IN_MID_PLAY);
        }

        private void look() {
            if (closed.stream().anyMatch(member -> trial.account(member).isPresent())) {
                happenings.add(Happening.RE_ENROLMENT);
            }
            if (trial.store()
                    .read(tx -> tx.statements()
                            .first(
                                    "SELECT 1 FROM ledger_device GROUP BY device HAVING COUNT(*) > 1",
                                    row -> row.getInt(1)))
                    .isPresent()) {
                happenings.add(Happening.DEVICE_OF_TWO_OWNERS);
            }
            List<LedgerEntry> entries = trial.entries();
            Reversal reversal = entries.getLast().reverses();
            if (reversal != null && reversal.since() != 0) {
                happenings.add(Happening.COMPENSATION_AFTER_MATURING);
            }
            if (reversal != null
                    && entries.get((int) reversal.entry()).kind() == EntryKind.TASK
                    && entries.getLast().postings().stream()
                            .noneMatch(posting -> posting.account() instanceof Account.Pending)) {
                happenings.add(Happening.COMPENSATION_AFTER_BURNING);
            }
        }

        private void leavesNothing(Transaction tx) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                operation().accept(tx);
            }
            trial.ledger().hold(tx, anyMember(), "never", Outlay.of(Credits.of(7)));
            trial.ledger().tend(tx);
        }

        private void replay() {
            if (!done.isEmpty()) {
                long before = entriesNow();
                trial.run(done.get(random.nextInt(done.size())));
                assertThat(entriesNow()).as("entries after a replay").isEqualTo(before);
                happenings.add(Happening.REPLAY);
            }
        }

        private void holdOrRelease() {
            if (trial.openHolds.size() > 3) {
                OpenHolds.OpenHold hold = trial.openHolds.removeFirst();
                trial.run(tx -> trial.ledger().release(tx, hold.job()));
                happenings.add(Happening.RELEASE);
                return;
            }
            String job = "held" + names++;
            Outlay most = Outlay.of(Credits.of(random.nextInt(50)));
            String member = anyMember();
            trial.run(tx -> trial.ledger().hold(tx, member, job, most));
            trial.openHolds.add(new OpenHolds.OpenHold(job, member, most));
            happenings.add(Happening.HOLD);
        }

        private Consumer<Transaction> operation() {
            String name = "e" + names++;
            String owner = anyMember();
            // Now and then a device that another has owned.
            String device = (random.nextInt(5) == 0 ? anyMember() : owner) + "-d" + random.nextInt(2);
            double work = random.nextInt(1, 4_000_000) / 1e6 * random.nextInt(1, 20_000);
            long index = Math.max(0, entriesNow() - 1 - random.nextInt(20));
            return switch (random.nextInt(9)) {
                case 0 -> tx -> trial.ledger().mint(tx, name, device, owner, Credits.of(work), LedgerTrial.FACTS);
                case 1 -> tx -> trial.ledger().passed(tx, name, device);
                case 2 -> tx -> trial.ledger().failed(tx, name, device, owner);
                case 3 -> tx -> trial.ledger().allow(tx, owner, "first of " + owner, Credits.of(100));
                case 4 -> tx -> trial.ledger().compensate(tx, index, "on purpose");
                default -> {
                    String requester =
                            members.get((members.indexOf(owner) + 1 + random.nextInt(MEMBERS - 1)) % MEMBERS);
                    yield tx -> trial.ledger().settle(tx, LedgerTrial.settlement(name, requester, device, owner, work));
                }
            };
        }

        private long entriesNow() {
            return trial.entries().size();
        }

        private String anyMember() {
            return members.get(random.nextInt(members.size()));
        }
    }
}
