/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Sights;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Absence;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** “What is this?” of a member for whom only the own computers work, over real sockets. */
final class LookOnOwnTest extends JobFixture {

    private static final TaskOutput ANSWER = new TaskOutput.Image("All of it.", List.of(), List.of());

    @Override
    Network network(Path data) {
        return Network.ofContributors(data, Clock.systemUTC());
    }

    @Test
    void what_only_others_could_do_is_told_at_once_and_never_asked_of_them() {
        try (Worker others = Worker.joinToDemonstrate(network.anotherMember("ben"), Worker.DESCRIBER)
                        .ready();
                Worker own = Worker.join(member).ready()) {
            String job = ask(picture("What is this?"), Worker.DESCRIBER);
            Pictures.read(own, own.hear(ToWorker.RunTask.class));

            ToWorker.RunTask all = own.hear(ToWorker.RunTask.class);

            TaskInput.Look look = Objects.requireNonNull(((TaskInput.Combine) all.input()).look());
            assertThat(look.sights()).containsExactly(Sight.TEXT);
            assertThat(look.unseen())
                    .containsExactly(
                            new Unseen(Sight.DESCRIPTION, true, null, Absence.OWN_ONLY),
                            new Unseen(Sight.OBJECTS, false, Worker.FINDER));
            own.say(new FromWorker.Completed(all.lease(), ANSWER, Usage.NONE));
            assertThat(done(job).output()).isEqualTo(ANSWER);
            assertThat(others.hearsNothing(200)).isTrue();
        }
    }

    @Test
    void without_a_question_too_somebody_says_why_nothing_was_seen() {
        try (Worker others = Worker.joinToDemonstrate(network.anotherMember("ben"), Worker.DESCRIBER)
                        .ready();
                Worker own = Worker.join(member).ready()) {
            ask(picture(""), Worker.DESCRIBER);
            Pictures.read(own, own.hear(ToWorker.RunTask.class));

            TaskInput.Combine all =
                    (TaskInput.Combine) own.hear(ToWorker.RunTask.class).input();

            assertThat(Objects.requireNonNull(all.look()).unseen())
                    .containsExactly(new Unseen(Sight.DESCRIPTION, true, null, Absence.OWN_ONLY));
            assertThat(others.hearsNothing(200)).isTrue();
        }
    }

    @Test
    void what_an_own_computer_can_it_does() {
        try (Worker own = Worker.joinToDemonstrate(member, Worker.DESCRIBER).ready()) {
            String job = ask(picture("What is this?"), Worker.DESCRIBER);
            Sights.Parts parts = Sights.given(2, own);
            parts.all().forEach(Sights.Given::answer);

            ToWorker.RunTask all = own.hear(ToWorker.RunTask.class);

            assertThat(Objects.requireNonNull(((TaskInput.Combine) all.input()).look())
                            .unseen())
                    .containsExactly(new Unseen(Sight.OBJECTS, false, Worker.FINDER));
            own.say(new FromWorker.Completed(all.lease(), ANSWER, Usage.NONE));
            assertThat(done(job).credits()).isZero();
        }
    }

    private TaskInput picture(String question) {
        return new TaskInput.Image(Language.EN, question, Pictures.upload(member, 1));
    }
}
