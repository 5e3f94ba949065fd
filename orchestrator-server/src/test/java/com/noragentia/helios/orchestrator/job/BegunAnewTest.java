/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.ops.NetworkRules;
import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.RawStream;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobEventPage;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where another model takes a job over, its words are not mixed with those of the first. */
class BegunAnewTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private Network network;
    private Member member;

    @BeforeEach
    void start() {
        NetworkRules lax = NetworkRules.LAX;
        network = Network.of(
                data,
                clock,
                new NetworkRules(
                        lax.enrolment(),
                        lax.access(),
                        lax.canaries(),
                        lax.maturation(),
                        List.of(Worker.DEMONSTRATION)));
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    /** One that hosts nothing but the demonstration model. */
    private Worker demonstrating() {
        Worker worker = Worker.joinToDemonstrate(member);
        for (int i = 0; i < 4; i++) {
            ToWorker.Assign order = worker.hear(ToWorker.Assign.class);
            if (order.model().manifest().contains(Worker.DEMONSTRATION)) {
                worker.loaded(order);
            }
        }
        return worker;
    }

    /** A job of which the demonstration model wrote three pieces and was lost; then another model takes it. */
    private ToWorker.RunTask takenOver(Worker next, String job, Worker lost) {
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        assertThat(first.model()).isEqualTo(Worker.DEMONSTRATION);
        lost.say(new FromWorker.Progress(first.lease(), 0, "One", List.of(1)));
        lost.say(new FromWorker.Progress(first.lease(), 1, " two", List.of(2)));
        lost.say(new FromWorker.Progress(first.lease(), 2, " three", List.of(3)));
        await().atMost(SOON).until(() -> shown(page(job)).equals("One two three"));
        lost.vanish();
        await().atMost(SOON).until(() -> member.network().workersOnline() == 1);
        next.ready();
        clock.pass(GRACE);
        return next.hear(ToWorker.RunTask.class);
    }

    /** As a reader shows it who heeds what is said of pieces that are void. */
    private static String shown(List<Numbered> events) {
        List<String> pieces = new ArrayList<>();
        for (Numbered numbered : events) {
            switch (numbered.event()) {
                case JobEvent.Token(int index, String text) when index == pieces.size() -> pieces.add(text);
                case JobEvent.Requeued(int next)
                when next < pieces.size() -> pieces.subList(next, pieces.size()).clear();
                default -> {}
            }
        }
        return String.join("", pieces);
    }

    /** What there is by now. */
    private List<Numbered> page(String job) {
        Reply reply = Member.send(
                member.request("/api/v1/jobs/" + job + "/events?after=0").header("Accept", "application/json"));
        return reply.as(JobEventPage.class).events().stream()
                .map(numbered -> new Numbered(numbered.id(), numbered.event()))
                .toList();
    }

    private RawStream stream(String job, String place) {
        return RawStream.open(
                member.request("/api/v1/jobs/" + job + "/events?" + place).build());
    }

    private List<Numbered> whole(String job, String place) {
        try (RawStream stream = stream(job, place)) {
            return stream.read(Integer.MAX_VALUE).events();
        }
    }

    @Test
    void another_model_begins_from_the_first_piece_and_every_reader_is_told() {
        Worker lost = demonstrating();
        String job = member.ask("Count.");
        try (Worker next = Worker.join(network.anotherDevice(member, "second"))) {
            ToWorker.RunTask second = takenOver(next, job, lost);

            assertThat(second.model()).isNotEqualTo(Worker.DEMONSTRATION);
            assertThat(second.nextIndex()).isZero();
            assertThat(second.written()).isNull();
            next.piece(second, 0, "Uno");
            next.piece(second, 1, " dos");
            next.complete(second, "Uno dos");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);

            List<Numbered> all = whole(job, "after=0");
            assertThat(shown(all)).isEqualTo("Uno dos");
            assertThat(all.stream().map(Numbered::event))
                    .containsSubsequence(
                            new JobEvent.Token(2, " three"),
                            new JobEvent.Requeued(3),
                            JobEvent.Requeued.ANEW,
                            new JobEvent.Token(0, "Uno"));
            for (int cut = 1; cut < all.size(); cut++) {
                List<Numbered> resumed = Stream.concat(
                                all.subList(0, cut).stream(), whole(job, "after=" + cut).stream())
                        .toList();
                assertThat(resumed).as("cut after event %d", cut).isEqualTo(all);
            }
            for (int index = 1; index <= 3; index++) {
                List<Numbered> later = whole(job, "index=" + index);
                assertThat(later.getFirst().event()).isEqualTo(JobEvent.Requeued.ANEW);
                assertThat(shown(later)).as("from piece %d", index).isEqualTo("Uno dos");
            }
        }
    }

    @Test
    void what_is_void_stays_void_after_a_restart() {
        Worker lost = demonstrating();
        String job = member.ask("Count.");
        Worker next = Worker.join(network.anotherDevice(member, "second"));
        ToWorker.RunTask second = takenOver(next, job, lost);
        next.piece(second, 0, "Uno");
        await().atMost(SOON).until(() -> shown(page(job)).equals("Uno"));

        network.restart();
        next.close();
        try (Worker third = Worker.join(network.anotherDevice(member, "third")).ready()) {
            clock.pass(Duration.ofSeconds(30));
            ToWorker.RunTask again = third.hear(ToWorker.RunTask.class);
            assertThat(again.nextIndex()).as("of the pieces that count").isEqualTo(1);
            third.piece(again, 1, " dos");
            third.complete(again, "Uno dos");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);

            assertThat(shown(whole(job, "after=0"))).isEqualTo("Uno dos");
        }
    }
}
