/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.RawStream;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that are cut anywhere and taken up anywhere, by readers of every speed, while workers come and go. */
class StreamResumeTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int PIECES = 1_000;
    /** Of the reader that reads least; longer than the longest event, or it would never have that. */
    private static final int LONGEST_READ_BYTES = 2_000;

    private final TestClock clock = new TestClock();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private Network network;
    private Member member;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
        readers.shutdownNow();
    }

    @Test
    void cut_at_any_byte_and_taken_up_at_any_index_each_piece_comes_once_and_in_order() {
        Member other = network.anotherDevice(member, "second computer");
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Count.");
        List<CompletableFuture<List<Numbered>>> followers = IntStream.range(0, 6)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> followWithCuts(job, seed), readers))
                .toList();
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        int toll = PIECES / 2;
        IntStream.range(0, toll).forEach(i -> lost.piece(first, i, piece(i)));
        await().atMost(SOON).until(() -> pieces(page(job, 0)).size() > 0);
        lost.vanish();
        await().atMost(SOON).until(() -> member.network().workersOnline() == 0);
        try (Worker next = Worker.join(other).ready()) {
            clock.pass(GRACE);
            ToWorker.RunTask second = next.hear(ToWorker.RunTask.class);
            IntStream.range(second.nextIndex(), PIECES).forEach(i -> next.piece(second, i, piece(i)));
            next.complete(second, "all of them");

            for (CompletableFuture<List<Numbered>> follower : followers) {
                List<Numbered> events = follower.join();
                assertThat(events.stream().map(Numbered::id)).containsExactlyElementsOf(countTo(events.size()));
                assertThat(pieces(events)).containsExactlyElementsOf(allPieces());
                assertThat(events).anyMatch(event -> event.event() instanceof JobEvent.Requeued);
            }
        }
    }

    /** Reads some bytes, hangs up, and takes the stream up at its last event or at a piece it may have already. */
    private List<Numbered> followWithCuts(String job, int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Numbered> events = new ArrayList<>();
        while (events.isEmpty() || !events.getLast().event().isLast()) {
            String place = "after=" + (events.isEmpty() ? 0 : events.getLast().id());
            if (random.nextBoolean()) {
                int index = Math.max(0, pieces(events).size() - random.nextInt(3));
                events = new ArrayList<>(untilPiece(index - 1, events));
                place = "index=" + index;
            }
            try (RawStream stream = RawStream.open(
                    member.request("/api/v1/jobs/" + job + "/events?" + place).build())) {
                events.addAll(stream.read(1 + random.nextInt(LONGEST_READ_BYTES << seed))
                        .events());
            }
        }
        return events;
    }

    private static List<Numbered> untilPiece(int index, List<Numbered> events) {
        int place = IntStream.range(0, events.size())
                .filter(i -> events.get(i).event() instanceof JobEvent.Token piece && piece.index() == index)
                .findFirst()
                .orElse(-1);
        return events.subList(0, place + 1);
    }

    @Test
    void a_reader_that_stops_reading_holds_nobody_up_and_loses_nothing() {
        String euros = "€".repeat(18_000);
        int pieces = 200;
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("Say much.");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            try (RawStream stuck = RawStream.open(
                    member.request("/api/v1/jobs/" + job + "/events").build())) {
                CompletableFuture<List<Numbered>> quick = CompletableFuture.supplyAsync(
                        () -> member.follow(job, 0).rest(), readers);
                IntStream.range(0, pieces).forEach(i -> worker.piece(task, i, euros));
                worker.complete(task, "much");
                assertThat(pieces(quick.join())).hasSize(pieces);

                List<Numbered> late = stuck.read(Integer.MAX_VALUE).events();
                assertThat(late.stream().map(Numbered::id)).containsExactlyElementsOf(countTo(2 + pieces + 1));
                assertThat(late.getLast().event()).isInstanceOf(JobEvent.Done.class);
            }
        }
    }

    private List<Numbered> page(String job, long after) {
        try (RawStream stream = RawStream.open(
                member.request("/api/v1/jobs/" + job + "/events?after=" + after).build())) {
            return stream.read(500).events();
        }
    }

    private static String piece(int index) {
        return "nº " + index + " ";
    }

    private static List<JobEvent.Token> allPieces() {
        return IntStream.range(0, PIECES)
                .mapToObj(i -> new JobEvent.Token(i, piece(i)))
                .toList();
    }

    private static List<JobEvent.Token> pieces(List<Numbered> events) {
        return events.stream()
                .map(Numbered::event)
                .flatMap(event -> event instanceof JobEvent.Token piece ? Stream.of(piece) : Stream.of())
                .toList();
    }

    private static List<Long> countTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
    }
}
