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
import org.junit.jupiter.api.io.TempDir;

/** A network in which a worker writes a part of an answer and is lost, another takes over, and readers of the answer look on. */
abstract class LostWriterFixture {

    static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    Path data;

    final TestClock clock = new TestClock();
    Network network;
    Member member;

    @BeforeEach
    void start() {
        network = Network.of(data, clock, rules());
        member = network.firstMember();
    }

    NetworkRules rules() {
        return NetworkRules.LAX;
    }

    @AfterEach
    void stop() {
        network.close();
    }

    static void piece(Worker worker, ToWorker.RunTask task, int index, String text, List<Integer> tokens) {
        worker.say(new FromWorker.Progress(task.lease(), index, text, tokens));
    }

    /** A worker that has said so many pieces of a job vanishes; what the next one is told. */
    ToWorker.RunTask lostAfter(Worker worker, String job, int pieces, Worker next) {
        await().atMost(SOON).until(() -> piecesOf(job) == pieces);
        worker.vanish();
        await().atMost(SOON).until(() -> member.network().workersOnline() == 1);
        next.ready();
        clock.pass(GRACE);
        return next.hear(ToWorker.RunTask.class);
    }

    /** The member's second computer, which has no model ready yet. */
    Worker second() {
        return Worker.join(network.anotherDevice(member, "second computer"));
    }

    long piecesOf(String job) {
        return page(job).stream()
                .filter(numbered -> numbered.event() instanceof JobEvent.Token)
                .count();
    }

    Reply events(String job) {
        return Member.send(
                member.request("/api/v1/jobs/" + job + "/events?after=0").header("Accept", "application/json"));
    }

    /** What there is by now. */
    List<Numbered> page(String job) {
        return events(job).as(JobEventPage.class).events().stream()
                .map(numbered -> new Numbered(numbered.id(), numbered.event()))
                .toList();
    }

    /** All of a job that ends, as a stream from there on. */
    List<Numbered> whole(String job, String place) {
        try (RawStream stream = RawStream.open(
                member.request("/api/v1/jobs/" + job + "/events?" + place).build())) {
            return stream.read(Integer.MAX_VALUE).events();
        }
    }

    void awaitDone(String job) {
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
    }

    /** As a reader shows it who heeds what is said of pieces that are void. */
    static String shown(List<Numbered> events) {
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

    /** Whoever reads all, comes back after any event, or asks from any of the void pieces on, ends with this text. */
    void everyReaderEndsWith(String text, String job, int voidPieces) {
        List<Numbered> all = whole(job, "after=0");
        assertThat(shown(all)).isEqualTo(text);
        for (int cut = 1; cut < all.size(); cut++) {
            List<Numbered> resumed = Stream.concat(all.subList(0, cut).stream(), whole(job, "after=" + cut).stream())
                    .toList();
            assertThat(resumed).as("cut after event %d", cut).isEqualTo(all);
        }
        for (int index = 1; index <= voidPieces; index++) {
            List<Numbered> later = whole(job, "index=" + index);
            assertThat(later.getFirst().event()).isEqualTo(JobEvent.Requeued.ANEW);
            assertThat(shown(later)).as("from piece %d", index).isEqualTo(text);
        }
    }
}
