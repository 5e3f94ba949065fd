/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** “What is this?” as a job, over real sockets. */
final class LookJobTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void where_only_text_can_be_read_the_answer_is_made_of_that_and_of_what_is_missing() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask(new TaskInput.Image(Language.EN, "What is this?", Pictures.upload(member, 1)));
            ToWorker.RunTask read = worker.hear(ToWorker.RunTask.class);
            assertThat(((TaskInput.Image) read.input()).sight()).isNull();
            assertThat(read.input().question()).isEmpty();
            Pictures.read(worker, read);

            ToWorker.RunTask all = worker.hear(ToWorker.RunTask.class);
            assertThat(all.input()).isInstanceOfSatisfying(TaskInput.Combine.class, combine -> {
                TaskInput.Look look = Objects.requireNonNull(combine.look());
                assertThat(look.sights()).containsExactly(Sight.TEXT);
                assertThat(look.unseen())
                        .extracting(TaskInput.Unseen::sight, TaskInput.Unseen::installed)
                        .containsExactly(tuple(Sight.DESCRIPTION, false), tuple(Sight.OBJECTS, false));
                assertThat(combine.parts().getFirst().model()).isEqualTo(read.model());
            });
            TaskOutput answer = new TaskOutput.Image("Text: in 1.png", List.of(), List.of());
            worker.piece(all, 0, "Text: in 1.png");
            worker.say(new FromWorker.Completed(all.lease(), answer, new Usage(0, 1, 0, 0, 0)));

            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
            assertThat(Objects.requireNonNull(member.status(job).result()).output())
                    .isEqualTo(answer);
        }
    }

    @Test
    void a_member_does_not_say_which_part_a_task_is() {
        TaskInput forged = new TaskInput.Image(Language.EN, "", Pictures.upload(member, 1), null, Sight.DESCRIPTION);

        assertThat(member.tryAsk(forged).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }
}
