/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.ToWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.BufferedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a piece takes from the worker's socket to the member's, beside a bare relay in the same run. Not part of the test run:
 * {@code mvn test -pl shared-protocol,orchestrator-server -Dtest=StreamLatencyBench -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class StreamLatencyBench {

    private static final int STREAMS = 20;
    private static final int PIECES_PER_SECOND = 20;
    private static final int SECONDS = 8;
    private static final int PIECES = PIECES_PER_SECOND * SECONDS;
    private static final int ROUNDS = 2;

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(2);

    @Test
    void pieces_travel_nearly_as_fast_as_through_a_bare_relay(@TempDir Path data) throws Exception {
        Latencies floor = new Latencies();
        Latencies product = new Latencies();
        for (int round = 0; round < ROUNDS; round++) {
            measureFloor(round == 0 ? new Latencies() : floor);
            measureProduct(data.resolve("round" + round), round == 0 ? new Latencies() : product);
        }
        System.out.printf(
                Locale.ROOT,
                "bare relay: %s%nproduct:    %s%nratio: p50 %.2f, p99 %.2f%n",
                floor,
                product,
                product.millis(0.5) / floor.millis(0.5),
                product.millis(0.99) / floor.millis(0.99));
        pace.shutdownNow();
        readers.shutdownNow();
    }

    private void measureFloor(Latencies latencies) throws Exception {
        try (PlainRelay relay = new PlainRelay()) {
            List<WebSocket> sockets = IntStream.range(0, STREAMS)
                    .mapToObj(stream -> socket(relay.address() + "/" + stream))
                    .toList();
            CountDownLatch all = new CountDownLatch(STREAMS);
            IntStream.range(0, STREAMS)
                    .forEach(
                            stream -> readers.execute(() -> readFloor(relay.address() + "/" + stream, latencies, all)));
            run((stream, _) -> sockets.get(stream).send(Long.toString(System.nanoTime())));
            require(all);
        }
    }

    private static WebSocket socket(String address) {
        return Member.HTTP.newWebSocket(new Request.Builder().url(address).build(), new WebSocketListener() {});
    }

    private static void readFloor(String address, Latencies latencies, CountDownLatch all) {
        try (Response response =
                Member.HTTP.newCall(new Request.Builder().url(address).build()).execute()) {
            BufferedSource source = response.body().source();
            for (int i = 0; i < PIECES; i++) {
                latencies.sentAt(Long.parseLong(source.readUtf8LineStrict().substring("data: ".length())));
                source.readUtf8LineStrict();
            }
            all.countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measureProduct(Path data, Latencies latencies) throws Exception {
        try (Network network = new Network(Files.createDirectories(data), Clock.systemUTC())) {
            List<Member> members = new ArrayList<>(List.of(network.firstMember()));
            IntStream.range(1, STREAMS / 2).forEach(i -> members.add(network.anotherMember("m" + i)));
            List<Worker> workers =
                    members.stream().map(member -> Worker.join(member).ready()).toList();
            CountDownLatch all = new CountDownLatch(STREAMS);
            IntStream.range(0, STREAMS).forEach(i -> {
                Member member = members.get(i / 2);
                String job = member.ask("q");
                readers.execute(() -> readProduct(member, job, latencies, all));
            });
            List<ToWorker.RunTask> tasks = IntStream.range(0, STREAMS)
                    .mapToObj(i -> workers.get(i / 2).hear(ToWorker.RunTask.class))
                    .toList();
            run((stream, piece) ->
                    workers.get(stream / 2).piece(tasks.get(stream), piece, Long.toString(System.nanoTime())));
            require(all);
            workers.forEach(Worker::close);
        }
    }

    private static void readProduct(Member member, String job, Latencies latencies, CountDownLatch all) {
        try (EventReader reader = member.follow(job, 0)) {
            for (int pieces = 0; pieces < PIECES; ) {
                if (reader.next().event() instanceof JobEvent.Token piece) {
                    latencies.sentAt(Long.parseLong(piece.text()));
                    pieces++;
                }
            }
            all.countDown();
        }
    }

    /** Sends the pieces of each stream at an even pace, the streams evenly after one another. */
    private void run(BiConsumer<Integer, Integer> send) {
        long micros = 1_000_000L / (PIECES_PER_SECOND * STREAMS);
        AtomicInteger sent = new AtomicInteger();
        var sending = pace.scheduleAtFixedRate(
                () -> {
                    int next = sent.getAndIncrement();
                    if (next < PIECES * STREAMS) {
                        send.accept(next % STREAMS, next / STREAMS);
                    }
                },
                500_000,
                micros,
                TimeUnit.MICROSECONDS);
        var _ = pace.schedule(() -> sending.cancel(false), SECONDS + 15, TimeUnit.SECONDS);
    }

    private static void require(CountDownLatch all) throws InterruptedException {
        if (!all.await(SECONDS + 20, TimeUnit.SECONDS)) {
            throw new AssertionError("pieces are missing of " + all.getCount() + " streams");
        }
    }
}
