/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.ledger.Balance;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.OpenHolds.OpenHold;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.ledger.Tables;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds that are found out anew from open tasks. */
class HoldsOnRecordTest {

    private static final PriceTable PRICES = Tables.of(PaidTrial.MODEL, Credits.of(1));

    private @TempDir Path data;

    private static String summary(PaidTrial trial, int files) {
        List<Attachment> documents = IntStream.range(0, files)
                .mapToObj(i -> trial.bring("ada", i + ".txt", ("words " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        return trial.ask("ada", new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, documents));
    }

    @Test
    void what_is_on_record_is_what_was_held_and_takes_one_look_at_the_tasks() {
        try (PaidTrial trial = new PaidTrial(data, PRICES, Kinship.NONE)) {
            for (int i = 1; i <= 3; i++) {
                trial.ask("ada", "Where is the harbour?");
                summary(trial, i);
            }
            AtomicInteger looks = new AtomicInteger();
            Charges charges = new Charges(trial.till, () -> PRICES, Kinship.NONE, _ -> List.of(PaidTrial.MODEL));
            HoldsOnRecord record = new HoldsOnRecord(
                    () -> {
                        looks.incrementAndGet();
                        return trial.tasks;
                    },
                    new PartTable(),
                    charges);

            Map<String, Outlay> holds =
                    trial.write(record::open).stream().collect(Collectors.toMap(OpenHold::job, OpenHold::remaining));

            assertThat(holds).isEqualTo(trial.see(() -> trial.till.held)).hasSize(6);
            assertThat(looks).hasValue(1);
        }
    }

    @Test
    void a_hold_that_an_answer_finds_out_anew_shrinks_once_by_what_is_paid() throws InterruptedException {
        AtomicInteger names = new AtomicInteger();
        Books books = new Books();
        Ledger ledger = new Ledger(
                LedgerRules.USUAL,
                (_, _) -> true,
                () -> String.format(Locale.ROOT, "%032x", names.incrementAndGet()),
                tx -> books.trial.orElseThrow().holds.open(tx),
                new TestClock());
        try (PaidTrial trial = new PaidTrial(data, PRICES, Kinship.NONE, Optional.of(new LedgerTill(ledger)))) {
            books.trial = Optional.of(trial);
            Holder worker = trial.worker("ben");
            summary(trial, 2);
            LeasedTask task = trial.next();
            Credits held = balance(trial, ledger).held();
            assertThat(held.isPositive()).isTrue();

            unlearn(trial, ledger);
            trial.answer(worker, task, new TaskOutput.Document("a".repeat(200), List.of(), AnswerOrigin.QUOTED));

            Balance after = balance(trial, ledger);
            Credits paid = after.owned().negated();
            assertThat(paid.isPositive()).isTrue();
            assertThat(after.held()).isEqualTo(held.minus(paid));
        }
    }

    @Test
    void a_dearer_model_that_is_pinned_while_a_job_waits_is_paid_no_more_than_was_held() throws InterruptedException {
        AtomicInteger names = new AtomicInteger();
        PricesInForce prices = new PricesInForce(PRICES);
        Ledger ledger = new Ledger(
                new LedgerRules(Duration.ZERO, prices::job),
                (_, _) -> true,
                () -> String.format(Locale.ROOT, "%032x", names.incrementAndGet()),
                OpenHolds.NONE,
                new TestClock());
        try (PaidTrial trial = new PaidTrial(data, prices, Kinship.NONE, Optional.of(new LedgerTill(ledger)))) {
            String job = trial.ask("ada", "Where is the harbour?");
            Credits held = balance(trial, ledger).held();

            prices.renew(Tables.of(PaidTrial.MODEL, Credits.of(100)));
            Holder worker = trial.worker("ben");
            LeasedTask task = trial.next();
            trial.answer(worker, task, new TaskOutput.Chat("a".repeat(4_000), List.of(), AnswerOrigin.GENERATED));

            Balance after = balance(trial, ledger);
            assertThat(held.isPositive()).isTrue();
            assertThat(after.owned().negated()).isBetween(held.minus(new Credits(2)), held);
            assertThat(after.held()).isEqualTo(Credits.ZERO);
            assertThat(trial.jobs.desk().status("ada", job).result())
                    .extracting(JobResult::credits)
                    .isEqualTo(after.owned().negated().toDouble());
            trial.ask("ada", "And how far is it?");
            assertThat(balance(trial, ledger).held()).as("by the new price").isGreaterThan(held.times(50));
        }
    }

    @Test
    void a_part_is_paid_no_more_than_was_held_for_it_whatever_others_have_left() throws InterruptedException {
        PricesInForce prices = new PricesInForce(PRICES);
        Ledger ledger = ledger(prices, 1, OpenHolds.NONE);
        try (PaidTrial trial = new PaidTrial(data, prices, Kinship.NONE, Optional.of(new LedgerTill(ledger)))) {
            summary(trial, 3);
            Holder worker = trial.worker("ben");
            answer(trial, ledger, worker, "a"); // leaves most of what was held for it

            prices.renew(Tables.of(PaidTrial.MODEL, Credits.of(100)));

            Credits most = most(trial);
            Credits paid = answer(trial, ledger, worker, "a".repeat(4_000));
            assertThat(paid).isBetween(most.minus(new Credits(2)), most);
        }
    }

    @Test
    void after_a_restart_with_other_prices_as_much_is_held_as_before_and_no_more_is_paid() throws InterruptedException {
        Credits held;
        PricesInForce before = new PricesInForce(PRICES);
        Ledger first = ledger(before, 1, OpenHolds.NONE);
        try (PaidTrial trial = new PaidTrial(data, before, Kinship.NONE, Optional.of(new LedgerTill(first)))) {
            summary(trial, 2);
            held = balance(trial, first).held();
        }

        PricesInForce after = new PricesInForce(Tables.of(PaidTrial.MODEL, Credits.of(100)));
        Books books = new Books();
        Ledger second = ledger(after, 100, tx -> books.trial.orElseThrow().holds.open(tx));
        try (PaidTrial trial = new PaidTrial(data, after, Kinship.NONE, Optional.of(new LedgerTill(second)))) {
            books.trial = Optional.of(trial);
            assertThat(balance(trial, second).held()).isEqualTo(held);

            Holder worker = trial.worker("ben");
            for (int task = 0; task < 3; task++) { // two parts, and what is made of them
                Credits most = most(trial);
                assertThat(answer(trial, second, worker, "a".repeat(4_000)))
                        .isBetween(most.minus(new Credits(2)), most);
            }
            assertThat(balance(trial, second).owned().negated()).isBetween(held.minus(new Credits(6)), held);
            assertThat(balance(trial, second).held()).isEqualTo(Credits.ZERO);
        }
    }

    /** @param pseudonym the first that nobody has */
    private static Ledger ledger(PricesInForce prices, int pseudonym, OpenHolds holds) {
        AtomicInteger names = new AtomicInteger(pseudonym);
        return new Ledger(
                new LedgerRules(Duration.ZERO, prices::job),
                (_, _) -> true,
                () -> String.format(Locale.ROOT, "%032x", names.getAndIncrement()),
                holds,
                new TestClock());
    }

    /** What was held for each of the tasks that are open, which are alike. */
    private static Credits most(PaidTrial trial) {
        return trial.write(trial.tasks::open)
                .getFirst()
                .terms()
                .held()
                .orElseThrow()
                .most();
    }

    /** Returns what it cost. */
    private static Credits answer(PaidTrial trial, Ledger ledger, Holder worker, String text)
            throws InterruptedException {
        Credits before = balance(trial, ledger).owned();
        LeasedTask task = trial.next();
        trial.answer(worker, task, new TaskOutput.Document(text, List.of(), AnswerOrigin.QUOTED));
        return before.minus(balance(trial, ledger).owned());
    }

    /** The ledger asks a trial that stands on it. */
    private static final class Books {
        private Optional<PaidTrial> trial = Optional.empty();
    }

    private static Balance balance(PaidTrial trial, Ledger ledger) {
        return trial.write(tx -> ledger.balance(tx, "ada"));
    }

    /** After a unit that failed the books are read anew. */
    private static void unlearn(PaidTrial trial, Ledger ledger) {
        assertThatThrownBy(() -> trial.write(tx -> {
                    ledger.hold(tx, "zoe", "another", Outlay.of(Credits.of(1)));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
    }
}
