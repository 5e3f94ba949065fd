/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Reversal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What may happen, and what the rest of the orchestrator would remember of it. */
final class LedgerPlay {

    private static final int MEMBERS = 5;
    /** Credits: often more than some tasks come to, and less than others. */
    private static final int MOST_HELD = 40_000;

    /** What random play has to meet beside every kind of entry. */
    enum Happening {
        CRASH,
        REPLAY,
        FAILED_UNIT,
        FAILED_COMMIT,
        HOLD,
        PAID_FROM_HOLD,
        RELEASE,
        CLOSED_IN_MID_PLAY,
        RE_ENROLMENT,
        DEVICE_OF_TWO_OWNERS,
        COMPENSATION_AFTER_MATURING,
        COMPENSATION_AFTER_BURNING
    }

    private final List<String> members = new ArrayList<>();
    private final LedgerTrial trial;
    private final RandomGenerator random;
    private final List<Consumer<Transaction>> done = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<Happening> happenings = EnumSet.noneOf(Happening.class);
    private int names;

    LedgerPlay(LedgerTrial trial, RandomGenerator random) {
        this.trial = trial;
        this.random = random;
        for (int i = 0; i < MEMBERS; i++) {
            members.add("m" + i);
        }
    }

    List<String> members() {
        return members;
    }

    /** What it has met so far. */
    Set<Happening> happenings() {
        return happenings;
    }

    /** One more thing happens. */
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
                        .first("SELECT 1 FROM ledger_device GROUP BY device HAVING COUNT(*) > 1", row -> row.getInt(1)))
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
        Outlay most = Outlay.of(Credits.of(random.nextInt(MOST_HELD)));
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
            default -> payment(name, device, owner, work);
        };
    }

    /** For a job of which something is held, now and then; else for one of which nothing is. */
    private Consumer<Transaction> payment(String name, String device, String owner, double work) {
        Optional<OpenHolds.OpenHold> held = trial.openHolds.stream()
                .filter(hold -> !hold.member().equals(owner))
                .skip(random.nextInt(8))
                .findFirst();
        if (held.isEmpty()) {
            String requester = members.get((members.indexOf(owner) + 1 + random.nextInt(MEMBERS - 1)) % MEMBERS);
            return tx -> trial.ledger().settle(tx, LedgerTrial.settlement(name, requester, device, owner, work));
        }
        String job = held.get().job();
        Settlement settlement = new Settlement(
                name, job, held.get().member(), device, owner, Credits.of(work), Optional.empty(), LedgerTrial.FACTS);
        return tx -> {
            Payment paid = trial.ledger().settle(tx, settlement);
            if (paid.isFirst()) {
                assertThat(paid.cost()).as("paid from a hold").isLessThanOrEqualTo(left(job));
                tx.afterCommit(() -> paidFromHold(job, paid.cost()));
            }
        };
    }

    private Credits left(String job) {
        return trial.openHolds.stream()
                .filter(hold -> hold.job().equals(job))
                .map(hold -> hold.remaining().most())
                .findFirst()
                .orElseThrow();
    }

    /** The task has ended: less of its job may still cost something. */
    private void paidFromHold(String job, Credits cost) {
        trial.openHolds.replaceAll(hold -> hold.job().equals(job)
                ? new OpenHolds.OpenHold(job, hold.member(), hold.remaining().minus(Outlay.of(cost)))
                : hold);
        happenings.add(Happening.PAID_FROM_HOLD);
    }

    private long entriesNow() {
        return trial.entries().size();
    }

    private String anyMember() {
        return members.get(random.nextInt(members.size()));
    }
}
