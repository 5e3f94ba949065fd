/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.ledger.Balance;
import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.Load;
import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.Repute;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.ledger.StandingDesk;
import com.noragentia.helios.orchestrator.ledger.StandingWiring;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trust.AuditResult;
import com.noragentia.helios.orchestrator.trust.Bond;
import com.noragentia.helios.orchestrator.trust.Kin;
import com.noragentia.helios.orchestrator.trust.PairWatch;
import com.noragentia.helios.orchestrator.trust.Reputation;
import com.noragentia.helios.orchestrator.trust.Trust;
import com.noragentia.helios.orchestrator.trust.TrustWiring;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Books, checks, kinship and standing as the orchestrator joins them, on a real file, in a network of the bundled models. A question of usual
 * size is answered by whom a test says.
 */
final class EconomyTrial implements AutoCloseable {

    static final String MODEL = "helios-retrieval-1";
    /** A conversation of a few words, as most checks of it are. */
    static final Measure SMALL_CHECK = new Measure(8, 8, 0, 0, 0);
    /** What brings most. */
    static final Measure PAGE_CHECK = new Measure(15, 30, 0, 1, 0);

    private static final Measure USUAL = new Measure(300, 200, 0, 0, 0);

    final TestClock clock = new TestClock();
    final PriceTable prices = new ModelPreference(java.util.List.of()).prices(Catalogue.bundled(Network.newKey()));
    final JobEquivalent job = prices.job();
    final LedgerRules rules = new LedgerRules(Duration.ofHours(6), job);
    private final Kin kin = new Kin("a key of this test".getBytes(UTF_8), clock);
    private final Map<String, Instant> members = new HashMap<>();
    private final SqliteStore store;
    private final Ledger ledger;
    private final Trust trust;
    private final LedgerRewards rewards;
    private final StandingDesk desk;
    private final BooksOfAccount accounts;
    private int drawn;

    EconomyTrial(Path folder) {
        store = SqliteStore.open(folder.resolve("economy.db"));
        ledger = new Ledger(
                rules,
                (_, member) -> members.containsKey(member),
                () -> String.format(Locale.ROOT, "%032x", ++drawn),
                OpenHolds.NONE,
                clock);
        rewards = new LedgerRewards(ledger, rules, () -> prices, this::checksPassed);
        trust = new TrustWiring(store, new NoCanaryFiles(), rewards, kin, clock).trust();
        desk = new StandingWiring(
                        store,
                        ledger,
                        (tx, member) -> repute(trust.ofMember(tx, member)),
                        (_, member) -> Objects.requireNonNull(members.get(member)),
                        Access.CONTRIBUTORS,
                        () -> job,
                        clock)
                .desk();
        accounts = new BooksOfAccount(ledger, desk, trust, kin, new PairWatch(store, () -> job, clock));
    }

    private long checksPassed(Transaction tx, String device, String owner) {
        return trust.passedUnder(tx, device, owner);
    }

    private static Repute repute(Reputation audits) {
        return new Repute(audits.passed(), audits.lowerBound(), audits.convictedAt());
    }

    private <T> T see(Function<Transaction, T> look) {
        return store.write(look::apply);
    }

    void join(String member) {
        members.put(member, clock.instant());
    }

    void invite(String inviter, String newcomer) {
        join(newcomer);
        see(tx -> {
            kin.bind(tx, inviter, newcomer, Bond.INVITED);
            return true;
        });
    }

    /** For good, as deleting the account does. */
    void leave(String member) {
        see(tx -> {
            accounts.delete(tx, member);
            return true;
        });
        members.remove(member);
    }

    boolean isKin(String one, String other) {
        return see(tx -> kin.related(tx, one, other));
    }

    /** Whether a question would be taken in. */
    boolean isAdmitted(String member, int questionsToday) {
        return isAdmitted(member, questionsToday, Outlay.of(job.burn().with(job.credits())));
    }

    boolean isAdmitted(String member, int questionsToday, Outlay question) {
        return refusal(member, questionsToday, question).isEmpty();
    }

    /** Why the first question of a day would not be taken in. */
    Optional<ProblemCode> refusal(String member, Outlay question) {
        return refusal(member, 0, question).map(Problem::code);
    }

    private Optional<Problem> refusal(String member, int questionsToday, Outlay question) {
        return see(tx -> desk.refusal(tx, member, new Load(questionsToday, 0), question));
    }

    /** What such a task comes to. */
    Outlay outlay(String model, Expert expert, Measure asked) {
        Asked task = Asked.of(asked);
        return new Outlay(
                paid(model, Metering.typical(expert, task).measure()),
                paid(model, Metering.most(expert, task).measure()));
    }

    private Credits paid(String model, Measure measure) {
        return job.burn().with(prices.of(model).of(measure));
    }

    /** Such a task was answered, as long as is paid for. */
    void answeredAtLength(String asker, String device, String owner, String model, Expert expert, Measure asked) {
        Measure most = Metering.most(expert, Asked.of(asked)).measure();
        String task = name("task");
        see(tx -> ledger.settle(
                tx,
                new Settlement(
                        task, task, asker, device, owner, prices.of(model).of(most), facts(most))));
    }

    /** A usual question was answered; whoever is kin is not paid. Returns what was paid. */
    Credits answered(String asker, String device, String owner) {
        if (isKin(asker, owner)) {
            return Credits.ZERO;
        }
        String task = name("task");
        return see(
                tx -> ledger.settle(tx, new Settlement(task, task, asker, device, owner, job.credits(), facts(USUAL)))
                        .cost());
    }

    private String name(String what) {
        return what + ++drawn;
    }

    private LedgerEntry.Facts facts(Measure measure) {
        return new LedgerEntry.Facts("0".repeat(64), "chat", MODEL, prices.version(), measure);
    }

    /** A canary was answered right. Returns what was minted for it, and as an allowance. */
    Credits passed(String device, String owner, Measure measure) {
        String canary = name("canary");
        return see(tx -> {
            judge(tx, canary, device, owner, true);
            return rewards.earned(tx, canary, device, owner, prices.canary(MODEL, measure), facts(measure));
        });
    }

    void failed(String device, String owner) {
        String canary = name("canary");
        see(tx -> {
            judge(tx, canary, device, owner, false);
            return true;
        });
    }

    private void judge(Transaction tx, String canary, String device, String owner, boolean passed) {
        trust.judged(tx, new AuditResult(canary, device, owner, MODEL, passed, clock.instant()));
    }

    void pass(Duration time) {
        clock.pass(time);
        see(tx -> {
            ledger.tend(tx);
            return true;
        });
    }

    StandingReport standing(String member) {
        return see(tx -> desk.report(tx, member, new Load(0, 0)));
    }

    /** What is owned and pending; negative for debts. */
    Credits worth(String member) {
        Balance balance = see(tx -> ledger.balance(tx, member));
        return balance.owned().plus(balance.pending());
    }

    @Override
    public void close() {
        store.close();
    }
}
