/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process that is kept alive: whatever ends it, {@code kill -9} too, it is started again after a while, unless it never came up at all. Its standard output
 * comes line by line. Its standard input is a pipe that nobody writes to, whose end tells the child that this process is gone.
 * Thread-safe.
 */
public final class WatchedProgram implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedProgram.class);

    static final int HOPELESS_STARTS = 4;

    private final String name;
    private final ProgramStart start;
    private final Consumer<String> lines;
    private final Clock clock;
    private final Duration grace;
    private final Runnable givenUp;
    private final RestartDelay delay = new RestartDelay();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watcher;
    private volatile @Nullable Process process;
    private volatile boolean wasReady;
    private int failedStarts;

    /**
     * Nothing starts before {@link #begin}.
     *
     * @param lines hears each line of standard output, on a thread of this class
     * @param givenUp runs on a thread of this class if the child dies {@value #HOPELESS_STARTS} times before it is ever {@link #ready}
     * @param grace how long the child may take to end when it is asked to
     */
    public WatchedProgram(
            String name, ProgramStart start, Consumer<String> lines, Runnable givenUp, Clock clock, Duration grace) {
        this.givenUp = givenUp;
        this.name = name;
        this.start = start;
        this.lines = lines;
        this.clock = clock;
        this.grace = grace;
        this.watcher = Thread.ofPlatform().daemon().name("watch-" + name).unstarted(this::watch);
    }

    public WatchedProgram begin() {
        watcher.start();
        return this;
    }

    /** The process number, while it lives. */
    public Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    private void watch() {
        try {
            while (!isClosing()) {
                Instant begun = clock.instant();
                live();
                if (isHopeless() && !isClosing()) {
                    giveUp();
                    return;
                }
                Duration wait = delay.after(Duration.between(begun, clock.instant()));
                if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() throws InterruptedException {
        try {
            Process child = start.start();
            process = child;
            LOG.info("{} started, process {}", name, child.pid());
            if (isClosing()) {
                child.destroyForcibly(); // close() may have looked before there was anything to end
            }
            readLines(child);
            LOG.info("{} ended with {}", name, child.waitFor());
        } catch (IOException e) {
            LOG.warn("{} does not start: {}", name, e.getMessage());
        }
    }

    private void readLines(Process child) {
        try (BufferedReader reader = child.inputReader()) {
            BoundedLines bounded = new BoundedLines(reader);
            for (String line = bounded.next(); line != null; line = bounded.next()) {
                tell(line);
            }
        } catch (IOException e) {
            // The pipe broke because the child is gone, which waitFor will tell.
        }
    }

    /** Whatever a listener does, the child is watched on. */
    private void tell(String line) {
        try {
            lines.accept(line);
        } catch (RuntimeException e) {
            LOG.warn("a line of {} was not understood", name, e);
        }
    }

    /** The child has come up: from now on it is started again however often it dies. */
    public void ready() {
        wasReady = true;
    }

    /** The child is about to end because its owner wants it to: it is not started again. */
    public void leave() {
        closing.countDown();
    }

    private boolean isHopeless() {
        return !wasReady && ++failedStarts >= HOPELESS_STARTS;
    }

    private void giveUp() {
        LOG.warn("{} died {} times before it was ready and is given up", name, failedStarts);
        try {
            givenUp.run();
        } catch (RuntimeException e) {
            LOG.warn("nobody heard that {} is given up", name, e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Ends the child, so that it begins anew. */
    public void restart() {
        Process child = process;
        if (child != null) {
            child.toHandle().destroy();
        }
    }

    /** Asks the child to end, waits, and ends it by force if it does not. It is not started again. */
    @Override
    public void close() {
        closing.countDown();
        Process child = process;
        if (child != null) {
            end(child);
        }
    }

    private void end(Process child) {
        child.toHandle().destroy(); // unlike Process.destroy, this leaves its last lines readable
        try {
            if (!child.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} does not end and is ended by force", name);
                child.destroyForcibly().waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
