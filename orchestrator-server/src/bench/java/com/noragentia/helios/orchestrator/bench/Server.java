/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.bench.Journal.Moment;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A floor or a product with its workers and members, and what can be done with it in one go. */
final class Server implements AutoCloseable {

    /** Jobs unanswered at full load: one for each lease that 200 workers may have. */
    static final int WINDOW = 400;

    /** After so many the compiler has little left to do. Counted, not timed: in the same time a slow server would be left colder than a fast one. */
    private static final int WARM_UP_JOBS = 60_000;

    private static final Duration WARM_UP_ROUND = Duration.ofSeconds(1);
    private static final Duration WARM_UP_AT_MOST = Duration.ofSeconds(60);
    private static final int WAVE = 100;
    private static final int PATIENCE_SECONDS = 120;
    private static final long POLL_NANOS = 300_000;

    /** What a stretch of work cost. */
    record Stretch(int first, int end, double seconds, double cpuMicrosPerJob) {
        double jobsPerSecond() {
            return (end - first) / seconds;
        }
    }

    private final boolean isFloor;
    private final SelectorLoop loop;
    private final HostProcess host;
    private final Swarm swarm;
    private final Load load;

    private Server(boolean isFloor, SelectorLoop loop, Population population, HostProcess host) {
        this.isFloor = isFloor;
        this.loop = loop;
        this.host = host;
        this.swarm = new Swarm(loop, host.address());
        this.load = new Load(loop, host.address(), population, swarm);
    }

    static Server floor(SelectorLoop loop, Population population, Path folder) {
        return new Server(true, loop, population, HostProcess.start("floor", made(folder)));
    }

    static Server product(SelectorLoop loop, Population population, Path folder) {
        population.settleIn(made(folder));
        return new Server(false, loop, population, HostProcess.start("product", folder));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostProcess host() {
        return host;
    }

    Journal journal() {
        return load.journal();
    }

    /** In waves, for each worker has ten seconds to prove itself, on a busy machine as well. */
    void join(List<SigningKey> workers) {
        for (int from = 0; from < workers.size(); from += WAVE) {
            await(swarm.join(workers.subList(from, Math.min(workers.size(), from + WAVE)), !isFloor));
        }
    }

    void leave() {
        await(swarm.leave());
    }

    void ready(boolean isReady) {
        swarm.ready(isReady);
    }

    void pieces(int count) {
        swarm.pieces(count);
    }

    /** Full load, until a server has compiled what it runs: each as many jobs, whatever is measured how long. */
    void warmUp() {
        long start = System.nanoTime();
        int done = 0;
        while (done < WARM_UP_JOBS && System.nanoTime() - start < WARM_UP_AT_MOST.toNanos()) {
            Stretch round = fullLoad(WARM_UP_ROUND, 0);
            done += round.end() - round.first();
        }
    }

    /** Full load for a while, until the last job is durable. */
    Stretch fullLoad(Duration length, int followEvery) {
        return run(Pace.window(WINDOW, length), followEvery);
    }

    /** Jobs at a steady mean rate, however slowly they are answered. */
    Stretch paced(double perSecond, Duration length, int followEvery) {
        return run(new Pace.Plan(perSecond, length), followEvery);
    }

    private Stretch run(Pace pace, int followEvery) {
        long cpu = host.cpuNanos();
        Load.Sent sent = await(load.send(pace, followEvery));
        settle(sent.end());
        double seconds = (System.nanoTime() - sent.startedAt()) / 1e9;
        return new Stretch(sent.first(), sent.end(), seconds, (host.cpuNanos() - cpu) / 1e3 / sent.count());
    }

    /** Lets jobs wait that nobody may take yet, and returns them. */
    Load.Sent fill(int count, Duration atMost) {
        if (isFloor) {
            int first = load.skip(count);
            return new Load.Sent(first, first + count, System.nanoTime());
        }
        return await(load.send(Pace.fill(count, atMost), 0));
    }

    /** Lets the workers at what waits; from the first task that comes to one until all are durable. */
    Stretch drain(Load.Sent waiting) {
        long cpu = host.cpuNanos();
        ready(true);
        if (isFloor) {
            var _ = host.ask("enqueue " + waiting.first() + " " + waiting.count());
        }
        settle(waiting.end());
        long end = System.nanoTime();
        double[] came = journal().sortedMillis(Moment.CAME, Moment.CAME, waiting.first(), waiting.end());
        if (came.length != waiting.count()) {
            throw new IllegalStateException(came.length + " of " + waiting.count() + " jobs came to a worker");
        }
        double seconds = (end - firstCame(waiting)) / 1e9;
        return new Stretch(waiting.first(), waiting.end(), seconds, (host.cpuNanos() - cpu) / 1e3 / waiting.count());
    }

    private long firstCame(Load.Sent waiting) {
        long earliest = Long.MAX_VALUE;
        for (int i = waiting.first(); i < waiting.end(); i++) {
            earliest = Math.min(earliest, journal().at(Moment.CAME, i));
        }
        return earliest;
    }

    /** Measures while workers are at it: from now, or later, until so many jobs in all are answered. */
    Stretch stretch(int fromAnswered, int toAnswered) {
        await(load.whenAnswered(fromAnswered));
        int first = load.answered();
        long cpu = host.cpuNanos();
        long start = System.nanoTime();
        await(load.whenAnswered(toAnswered));
        int end = load.answered();
        double cpuMicros = (host.cpuNanos() - cpu) / 1e3;
        return new Stretch(first, end, (System.nanoTime() - start) / 1e9, cpuMicros / (end - first));
    }

    /** Returns when so many jobs in all are answered, and the last of them is on disk. */
    void settle(int jobs) {
        await(load.whenAnswered(jobs));
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isDurable(jobs)) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("the last job does not become durable");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean isDurable(int jobs) {
        return isFloor ? host.ask("done") >= jobs : load.isLastDone();
    }

    private <T> T await(CompletableFuture<T> result) {
        try {
            var _ = CompletableFuture.anyOf(result, loop.failure()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return result.join();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException((isFloor ? "the floor" : "the product") + " gave no answer", e);
        }
    }

    @Override
    public void close() {
        if (!loop.failure().isDone()) {
            leave();
            await(load.stop());
        }
        host.close();
    }
}
