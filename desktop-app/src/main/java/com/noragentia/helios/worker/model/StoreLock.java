/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time change what is stored; any number of its threads. Thread-safe. */
final class StoreLock {

    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Path file;
    private final Waiting waiting;
    private final ReentrantLock mutex = new ReentrantLock();
    private @Nullable FileChannel channel;
    private int holders;

    StoreLock(Path file, Waiting waiting) {
        this.file = file;
        this.waiting = waiting;
    }

    /** Waits until no other process changes anything. */
    void enter() throws IOException, InterruptedException {
        mutex.lockInterruptibly();
        try {
            while (channel == null) {
                channel = attempt();
                if (channel == null) {
                    waiting.pass(GLANCE);
                }
            }
            holders++;
        } finally {
            mutex.unlock();
        }
    }

    void leave() throws IOException {
        mutex.lock();
        try {
            if (--holders == 0 && channel != null) {
                channel.close();
                channel = null;
            }
        } finally {
            mutex.unlock();
        }
    }

    private @Nullable FileChannel attempt() throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (opened.tryLock() != null) {
                return opened;
            }
        } catch (OverlappingFileLockException e) {
            // another store of this very process
        }
        opened.close();
        return null;
    }
}
