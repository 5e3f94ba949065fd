/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.dispatch.Terms;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.ledger.Tables;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a language model reads of documents is held, counted by the orchestrator and paid. */
class PaidReadingTest {

    private static final PriceTable READING = Tables.reading(PaidTrial.MODEL, Credits.of(0.001));
    private static final String QUESTION = "How high is the lighthouse?";
    private static final long QUESTION_TOKENS = 7;
    private static final TaskOutput ANSWER =
            new TaskOutput.Document("a".repeat(200), List.of(), AnswerOrigin.GENERATED);

    private @TempDir Path data;

    @AutoClose
    private PaidTrial trial;

    @BeforeEach
    void start() {
        trial = new PaidTrial(data, READING, Kinship.NONE);
    }

    @Test
    void a_question_about_a_long_document_pays_for_the_passages_and_for_the_search() throws InterruptedException {
        trial.ask("ada", question(40));

        answerAll(1);

        assertThat(measures()).containsExactly(new Measure(QUESTION_TOKENS + 3_700, 50, 0, 40, 0));
    }

    @Test
    void the_shares_of_a_summary_pay_for_every_page_once_and_no_more_than_was_held() throws InterruptedException {
        String job =
                trial.ask("ada", new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(document(43))));

        answerAll(5); // four shares, and what puts them together: the till watches over the hold

        List<Measure> shares = measures().subList(0, 4);
        long digests = 3
                * 2
                * Counting.TOKENS_PER_DIGEST; // of the three shares with eleven pages, which no model reads at once
        assertThat(shares.stream().mapToLong(Measure::promptTokens).sum()).isEqualTo(43 * 750 + digests);
        assertThat(shares.stream().mapToLong(Measure::outputTokens).sum()).isEqualTo(4 * 50 + digests);
        assertThat(shares.stream().mapToLong(Measure::pages).sum()).isEqualTo(43);
        assertThat(measures().getLast().promptTokens())
                .as("what the shares came to")
                .isEqualTo(4 * 50);
        assertThat(trial.till.left(job).micros()).isPositive();
    }

    @Test
    void a_worker_that_claims_to_have_read_more_is_paid_what_was_counted() throws InterruptedException {
        trial.ask("ada", question(1));

        answerAll(1); // its claims are a million each

        assertThat(measures()).containsExactly(new Measure(QUESTION_TOKENS + 750, 50, 0, 1, 0));
    }

    @Test
    void what_is_to_be_read_outlives_a_restart() throws InterruptedException {
        String job = trial.ask("ada", question(40));
        trial.close();
        trial = new PaidTrial(data, READING, Kinship.NONE);
        trial.leases.recover();
        trial.till.knows(job, Credits.of(1_000));

        answerAll(1);

        assertThat(measures()).extracting(Measure::promptTokens).containsExactly(QUESTION_TOKENS + 3_700);
    }

    @Test
    void who_names_a_model_that_quotes_has_no_reading_held() {
        List<String> both = List.of("helios-retrieval-1", "qwen2-5-0-5b-instruct");
        Charges charges = new Charges(new TillInMemory(), PriceTable::bundled, Kinship.NONE, _ -> both);
        Asked summary = new Asked(new Measure(0, 0, 0, 40, 0), 40 * 750);

        Credits any = most(charges.terms(Expert.DOCUMENT, Optional.empty(), summary));
        Credits quoted = most(charges.terms(Expert.DOCUMENT, Optional.of("helios-retrieval-1"), summary));

        assertThat(any).isGreaterThan(new Credits(40 * 750 * 5_500));
        assertThat(quoted).isLessThan(Credits.of(2));
    }

    private static Credits most(Terms terms) {
        return terms.held().orElseThrow().most();
    }

    private TaskInput question(int pages) {
        return new TaskInput.Document(Language.EN, QUESTION, DocumentGoal.ANSWER, List.of(document(pages)));
    }

    private Attachment document(int pages) {
        return trial.bring("ada", "long.txt", "a".repeat(pages * 3_000).getBytes(StandardCharsets.US_ASCII));
    }

    private void answerAll(int tasks) throws InterruptedException {
        Holder worker = trial.worker("ben");
        for (int i = 0; i < tasks; i++) {
            LeasedTask task = trial.next();
            trial.answer(worker, task, ANSWER);
        }
    }

    private List<Measure> measures() {
        return trial.see(() -> List.copyOf(trial.till.settled)).stream()
                .map(Settlement::facts)
                .map(facts -> facts.measure())
                .toList();
    }
}
