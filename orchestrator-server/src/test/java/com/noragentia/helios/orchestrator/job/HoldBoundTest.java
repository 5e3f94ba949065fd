/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.Tables;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of holds: no job costs more than was held for it, whatever workers answer; {@link TillInMemory} watches over it. */
class HoldBoundTest {

    private static final int JOBS = 60;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

    static Stream<PriceTable> tables() {
        Credits each = Credits.of(0.01);
        return Stream.of(Tables.of(PaidTrial.MODEL, each), Tables.reading(PaidTrial.MODEL, each));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void no_job_ever_costs_more_than_was_held(PriceTable prices, @TempDir Path data) throws InterruptedException {
        Random random = new Random(15);
        try (PaidTrial trial = new PaidTrial(data, prices, Kinship.NONE)) {
            Holder worker = trial.worker("ben");
            for (int i = 0; i < JOBS; i++) {
                String job = trial.ask("ada", input(trial, random));
                JobStatus status = answer(trial, worker, job, random);

                Credits paid = trial.till.settled.stream()
                        .filter(settlement -> settlement.job().equals(job))
                        .map(settlement -> JobEquivalent.REFERENCE.burn().with(settlement.work()))
                        .reduce(Credits.ZERO, Credits::plus);
                assertThat(trial.till.left(job).micros()).isNotNegative();
                assertThat(Objects.requireNonNull(status.result()).credits()).isEqualTo(paid.toDouble());
            }
            assertThat(trial.till.settled).hasSizeGreaterThan(JOBS); // some had parts
            assertThat(trial.till.released).hasSize(JOBS);
        }
    }

    private static JobStatus answer(PaidTrial trial, Holder worker, String job, Random random)
            throws InterruptedException {
        JobStatus status = trial.jobs.desk().status("ada", job);
        while (status.state() != JobState.DONE) {
            LeasedTask task = trial.next();
            trial.answer(worker, task, output(task.input(), "a".repeat(random.nextInt(20_000))));
            status = trial.jobs.desk().status("ada", job);
        }
        return status;
    }

    private static TaskInput input(PaidTrial trial, Random random) {
        String question = "q".repeat(1 + random.nextInt(2_000));
        List<Attachment> documents = files(trial, random, FileType.TEXT);
        List<Attachment> pictures = files(trial, random, FileType.PNG);
        return switch (random.nextInt(5)) {
            case 0 -> new TaskInput.Chat(Language.EN, question, List.of(), List.of());
            case 1 -> new TaskInput.Document(Language.EN, question, DocumentGoal.ANSWER, documents);
            case 2 -> new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, documents);
            case 3 -> new TaskInput.Image(Language.EN, question, pictures);
            default -> new TaskInput.Image(Language.EN, "", pictures);
        };
    }

    private static List<Attachment> files(PaidTrial trial, Random random, FileType type) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> trial.bring("ada", i + "." + type.extensions().getFirst(), content(type, random)))
                .toList();
    }

    private static byte[] content(FileType type, Random random) {
        byte[] content = new byte[20 + random.nextInt(type == FileType.TEXT ? 90_000 : 20_000)]; // some texts are cut
        Arrays.fill(content, (byte) ('a' + random.nextInt(26)));
        if (type == FileType.PNG) {
            System.arraycopy(PNG, 0, content, 0, PNG.length);
        }
        return content;
    }

    private static TaskOutput output(TaskInput input, String text) {
        return switch (input.expert()) {
            case IMAGE, DESCRIPTION, OBJECTS -> new TaskOutput.Image(text, List.of(), List.of());
            case DOCUMENT -> new TaskOutput.Document(text, List.of(), AnswerOrigin.QUOTED);
            case CHAT, AUDIO, EMBEDDING -> new TaskOutput.Chat(text, List.of(), AnswerOrigin.GENERATED);
        };
    }
}
