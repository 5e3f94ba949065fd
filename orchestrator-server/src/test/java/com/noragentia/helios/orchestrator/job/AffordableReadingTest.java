/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.ledger.Tables;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may not owe what a language model would read of a document is answered by the model that quotes. */
class AffordableReadingTest {

    private static final String WRITES = "writes";
    private static final String QUOTES = "quotes";
    private static final Set<Expert> EXPERTS = Set.of(Expert.CHAT, Expert.DOCUMENT);

    @AutoClose
    private PaidTrial trial;

    @BeforeEach
    void start(@TempDir Path data) {
        // Newcomers may owe 300 credits here: 40 pages to read are 600.
        trial = new PaidTrial(
                data,
                new PricesInForce(Tables.both(WRITES, QUOTES, Credits.of(0.02))),
                Kinship.NONE,
                Optional.empty(),
                List.of(
                        new ModelOnOffer(WRITES, EXPERTS, false, true),
                        new ModelOnOffer(QUOTES, EXPERTS, false, false)),
                Access.CONTRIBUTORS);
    }

    @Test
    void a_summary_beyond_the_members_standing_is_quoted_and_only_that_is_held() {
        String job = trial.ask("ada", summary(40));

        assertThat(trial.till.left(job)).isBetween(Credits.of(100), Credits.of(300));
        assertThat(models(job)).containsOnly(Optional.of(QUOTES));
    }

    @Test
    void a_shorter_one_is_left_to_any_model() {
        String job = trial.ask("ada", summary(5));

        assertThat(models(job)).containsOnly(Optional.empty());
    }

    @Test
    void who_names_the_language_model_is_refused() {
        JobRequest request = new JobRequest(summary(40), null, WRITES);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> trial.jobs.desk().submit("ada", request, Optional.empty()));
    }

    private List<Optional<String>> models(String job) {
        return trial.write(tx -> trial.tasks.open(tx)).stream()
                .filter(task -> task.job().equals(job))
                .map(task -> named(task.task()))
                .toList();
    }

    private Optional<String> named(String task) {
        return trial.write(tx -> tx.statements()
                .first("SELECT COALESCE(named_model, '') FROM task WHERE id = ?", row -> row.getString(1), task)
                .filter(model -> !model.isEmpty()));
    }

    private TaskInput summary(int pages) {
        byte[] text = "a".repeat(pages * 3_000).getBytes(StandardCharsets.US_ASCII);
        Attachment file = trial.bring("ada", "long.txt", text);
        return new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(file));
    }
}
