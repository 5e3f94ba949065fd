/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A network under a virtual clock, in steps of a second: tasks arrive (Poisson) and take exponential times of a mean of 20 s, workers with
 * room for some of five models run them. Checks the rules of placement at every tick.
 */
final class SimulatedNetwork implements Load {

    static final double MEAN_SECONDS = 20;
    static final List<Offer> OFFERS = List.of(
            offer("embedding", Expert.EMBEDDING, 1_600),
            offer("chat", Expert.CHAT, 2_500),
            offer("document", Expert.DOCUMENT, 1_700),
            offer("image", Expert.IMAGE, 2_000),
            offer("audio", Expert.AUDIO, 3_000));
    private static final long[] MEMORIES = {3_000, 3_000, 3_000, 3_000, 6_000};
    private static final Duration LOAD_TIME = Duration.ofSeconds(20);

    final Random random;
    final Placement placement = new Placement(OFFERS, this);
    final List<SimulatedWorker> workers = new ArrayList<>();
    private final Map<Expert, Deque<Instant>> queues = new EnumMap<>(Expert.class);
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    int loads;
    private int named;

    SimulatedNetwork(long seed, int size) {
        this.random = new Random(seed);
        for (Expert expert : Expert.values()) {
            queues.put(expert, new ArrayDeque<>());
        }
        for (int i = 0; i < size; i++) {
            join();
        }
    }

    private static Offer offer(String model, Expert expert, long memory) {
        return new Offer(model, Set.of(expert), memory);
    }

    void join() {
        SimulatedWorker worker = new SimulatedWorker("w" + named, MEMORIES[named % MEMORIES.length]);
        named++;
        placement
                .join(worker.device, worker.memoryBytes, this::hosts, now)
                .forEach(model -> worker.load(model, LOAD_TIME, now));
        workers.add(worker);
    }

    /** Lets time pass; {@code rates} are tasks a second. */
    void pass(Duration time, Map<Expert, Double> rates) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            rates.forEach(this::arrive);
            queues.forEach(this::match);
            if (now.getEpochSecond() % Placement.INTERVAL.toSeconds() == 0) {
                tick();
            }
        }
    }

    private void arrive(Expert expert, double rate) {
        for (double left = Math.exp(-rate), p = random.nextDouble(); p > left; p *= random.nextDouble()) {
            queue(expert).add(now);
            placement.arrived(expert, MEAN_SECONDS, now);
        }
    }

    private void match(Expert expert, Deque<Instant> queue) {
        String model = expert.name().toLowerCase(Locale.ROOT);
        for (SimulatedWorker worker : workers) {
            if (queue.isEmpty()) {
                return;
            }
            if (worker.canRun(model, now)) {
                queue.removeFirst();
                double seconds = -MEAN_SECONDS * Math.log(1 - random.nextDouble());
                worker.run(model, Duration.ofMillis((long) (seconds * 1_000)), now);
            }
        }
    }

    private void tick() {
        List<Move> moves = placement.tick(hosts(), now);
        assertThat(moves.size()).isLessThanOrEqualTo(Math.ceilDiv(workers.size(), Tick.WORKERS_PER_MOVE));
        assertThat(moves.stream().map(Move::device)).doesNotHaveDuplicates();
        for (Move move : moves) {
            follow(move, worker(move.device()));
        }
        for (Offer offer : OFFERS) {
            assertThat(hosting(offer.model())).as(offer.model()).isPositive();
        }
    }

    private void follow(Move move, SimulatedWorker worker) {
        for (String model : move.release()) {
            Instant since = worker.since(model).orElseThrow();
            assertThat(Duration.between(since, now)).isGreaterThanOrEqualTo(Candidates.RESIDENCY);
            worker.release(model);
        }
        worker.load(move.host(), LOAD_TIME, now);
        loads++;
        assertThat(OFFERS.stream()
                        .filter(offer -> worker.models().contains(offer.model()))
                        .mapToLong(Offer::memoryBytes)
                        .sum())
                .isLessThanOrEqualTo(worker.memoryBytes);
    }

    private SimulatedWorker worker(String device) {
        return workers.stream().filter(w -> w.device.equals(device)).findFirst().orElseThrow();
    }

    private List<Host> hosts() {
        return workers.stream().map(worker -> worker.host(now)).toList();
    }

    long hosting(String model) {
        return workers.stream().filter(w -> w.models().contains(model)).count();
    }

    /** How long the task has waited that is next in turn. */
    Duration wait(Expert expert) {
        Deque<Instant> queue = queue(expert);
        return queue.isEmpty() ? Duration.ZERO : Duration.between(queue.getFirst(), now);
    }

    private Deque<Instant> queue(Expert expert) {
        return Objects.requireNonNull(queues.get(expert));
    }

    @Override
    public int backlogOf(String model) {
        return 0;
    }

    @Override
    public int backlog(Expert expert) {
        return queue(expert).size();
    }

    @Override
    public Duration remaining(String device, String model) {
        return worker(device).remaining(model, now);
    }
}
