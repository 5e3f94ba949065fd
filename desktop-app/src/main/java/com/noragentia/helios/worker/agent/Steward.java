/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.computer.Computer;
import com.noragentia.helios.computer.Readings;
import com.noragentia.helios.worker.policy.Policy;
import com.noragentia.helios.worker.policy.PolicyFiles;
import com.noragentia.helios.worker.policy.Preferences;
import com.noragentia.helios.worker.policy.Told;
import com.noragentia.helios.worker.policy.Wish;
import com.noragentia.helios.worker.policy.WorkerState;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the owner's interests: reads what is wished and set, asks the computer, lets the {@link Policy} decide, and tells who has to act
 * on it. A wish is heeded within {@link #GLANCE}, a reading within {@link #LOOK}. One thread; {@link #close} from any.
 */
final class Steward implements AutoCloseable {

    /** Between two looks at the files. */
    static final Duration GLANCE = Duration.ofMillis(250);
    /** Between two looks at the computer. */
    static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Steward.class);

    private final PolicyFiles files;
    private final Preferences usual;
    private final Computer computer;
    private final IntSupplier tasks;
    private final Consumer<WorkerState> heeds;
    private final IntConsumer cores;
    private final Clock clock;
    private final CountDownLatch over = new CountDownLatch(1);

    private Policy policy = Policy.begin();
    private List<Object> versions = List.of();
    private Wish wish = new Wish.Contribute();
    private PolicyFiles.Said said = new PolicyFiles.Said(Preferences.USUAL, List.of());
    private Instant lookedAt = Instant.MIN;
    private Readings readings = Readings.UNKNOWN;
    private @Nullable Told told;

    /**
     * Nothing happens before {@link #glance}.
     *
     * @param usual what holds where the owner has said nothing
     * @param tasks in hand
     * @param heeds is told each state that is another than before
     * @param cores is told how many processors may be used
     */
    Steward(
            PolicyFiles files,
            Preferences usual,
            Computer computer,
            IntSupplier tasks,
            Consumer<WorkerState> heeds,
            IntConsumer cores,
            Clock clock) {
        this.files = files;
        this.usual = usual;
        this.computer = computer;
        this.tasks = tasks;
        this.heeds = heeds;
        this.cores = cores;
        this.clock = clock;
    }

    /** Looks again and again, on a thread of its own, until closed. */
    void begin() {
        Thread.ofPlatform().daemon().name("steward").start(() -> {
            try {
                while (!over.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    glanceWhateverHappens();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The owner's wishes are heard after a fault too. */
    private void glanceWhateverHappens() {
        try {
            glance();
        } catch (RuntimeException e) {
            LOG.warn("a look at the policy failed", e);
        }
    }

    /** Looks once, and tells what is new. */
    synchronized void glance() {
        if (over.getCount() == 0) {
            return;
        }
        readFiles();
        Instant now = clock.instant();
        if (lookedAt.equals(Instant.MIN) || now.isBefore(lookedAt) || !now.isBefore(lookedAt.plus(LOOK))) {
            readings = computer.look(now);
            lookedAt = now;
        }
        Policy.Decision decision =
                policy.decide(said.preferences().over(usual), readings, wish, tasks.getAsInt(), clock);
        policy = decision.next();
        tell(decision);
    }

    private void readFiles() {
        List<Object> latest = files.versions();
        if (!latest.equals(versions)) {
            wish = files.wish();
            said = files.preferences();
            versions = latest;
        }
    }

    private void tell(Policy.Decision decision) {
        int all = Runtime.getRuntime().availableProcessors();
        int allowed = Math.max(1, (int) Math.round(decision.cores() * all));
        Told latest = new Told(
                ProcessHandle.current().pid(), decision.state(), allowed, all, readings.unknown(), said.faults());
        Told before = told;
        if (latest.equals(before)) {
            return;
        }
        told = latest;
        files.tell(latest);
        if (before == null || before.cores() != allowed) {
            cores.accept(allowed);
        }
        if (before == null || !before.state().equals(latest.state())) {
            LOG.info("policy: {}", latest.state());
            heeds.accept(latest.state());
        }
    }

    /** Whoever ends on a wish is not to end at once when started again. */
    void wishIsFulfilled() {
        try {
            files.wish(new Wish.Contribute());
        } catch (IOException e) {
            LOG.warn("the wish stays", e);
        }
    }

    @Override
    public synchronized void close() {
        over.countDown();
        files.forget();
    }
}
