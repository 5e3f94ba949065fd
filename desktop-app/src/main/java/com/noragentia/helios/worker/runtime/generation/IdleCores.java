/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How many threads the next run should have, by what other programs did of late ({@link ThreadPolicy}). Where the system does not tell what
 * its processors did ({@code /proc}), the Java machine's own figure is used. Thread-safe.
 */
final class IdleCores implements IntSupplier {

    /** Shorter spells than this say little, and asking costs a little. */
    private static final Duration SPELL = Duration.ofSeconds(1);

    /** What was longer ago says nothing of now: what was seen since would be an average over a night. */
    private static final Duration STALE = Duration.ofSeconds(3);

    private final Supplier<Optional<ProcessorTimes>> times;
    private final LongSupplier nanos;
    private final int most;
    private int allowed;
    private Optional<ProcessorTimes> before;
    private long beforeNanos;
    private int threads;

    /**
     * Begins to look.
     *
     * @param allowed cores that this process may use
     * @param nanos a clock
     */
    IdleCores(int allowed, Supplier<Optional<ProcessorTimes>> times, LongSupplier nanos) {
        this.most = allowed;
        this.allowed = allowed;
        this.times = times;
        this.nanos = nanos;
        this.threads = allowed;
        this.before = times.get();
        this.beforeNanos = nanos.getAsLong();
    }

    /** The one of this process, which looks each second, so that whoever asks after a while hears of the last second too. */
    static IdleCores ofThisComputer() {
        return Watched.COMPUTER;
    }

    private static final class Watched {
        private static final IdleCores COMPUTER =
                new IdleCores(Runtime.getRuntime().availableProcessors(), ProcessorTimes::now, System::nanoTime);

        static {
            COMPUTER.watch(SPELL);
        }
    }

    /** From now on at most so many, and never more than at first; at least 1. */
    synchronized void allow(int cores) {
        allowed = Math.clamp(cores, 1, most);
        threads = Math.min(threads, allowed);
    }

    /** Looks on its own from now on, on a thread that ends with the process. */
    void watch(Duration spell) {
        Thread.ofPlatform().daemon().name("idle-cores").start(() -> {
            CountDownLatch never = new CountDownLatch(1);
            try {
                while (!never.await(spell.toNanos(), TimeUnit.NANOSECONDS)) {
                    var unused = getAsInt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public synchronized int getAsInt() {
        long now = nanos.getAsLong();
        if (now - beforeNanos >= SPELL.toNanos()) {
            Optional<ProcessorTimes> latest = times.get();
            if (latest.isEmpty() || before.isEmpty()) {
                threads = bySystemBean();
            } else if (now - beforeNanos <= STALE.toNanos()) {
                threads = ThreadPolicy.threads(
                        allowed, latest.get().cores(), latest.get().othersBusySince(before.get()), threads);
            }
            before = latest;
            beforeNanos = now;
        }
        return threads;
    }

    private int bySystemBean() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return threads;
        }
        double others = system.getCpuLoad() - Math.max(0, system.getProcessCpuLoad());
        return Double.isNaN(others) || others < 0
                ? threads
                : ThreadPolicy.threads(allowed, allowed, others * allowed, threads);
    }
}
