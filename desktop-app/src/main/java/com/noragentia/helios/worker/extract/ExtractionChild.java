/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A child process that reads one file and is then thrown away. Used by one thread at a time. */
final class ExtractionChild implements AutoCloseable {

    /** The name under which a child finds its file in its room. */
    static final String FILE = "file";

    private static final long GRACE_MILLIS = 2_000;

    private final Process process;
    private final Room room;
    private final Confinement.Hold hold;
    private final boolean hasToolAround;

    private ExtractionChild(Process process, Room room, Confinement.Hold hold, boolean hasToolAround) {
        this.process = process;
        this.room = room;
        this.hold = hold;
        this.hasToolAround = hasToolAround;
    }

    static ExtractionChild start(ChildCommand command) {
        Room room = Room.in(command.rooms());
        try {
            Process process = command.in(room.folder()).start();
            try {
                boolean hasToolAround = command.confinement().tools().contains(Bubblewrap.NAME);
                return new ExtractionChild(process, room, command.confinement().hold(process), hasToolAround);
            } catch (IOException e) {
                process.destroyForcibly();
                process.onExit().join();
                throw e;
            }
        } catch (IOException e) {
            room.close();
            throw new UncheckedIOException("the extraction process does not start", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Has the child read a copy of {@code file}. When this returns or throws, the child is on its way out. */
    Extraction read(Path file, Order order, Duration deadline) throws InterruptedException {
        CompletableFuture<Extraction> outcome = new CompletableFuture<>();
        ChildTranscript transcript =
                new ChildTranscript(process.getInputStream(), new ResultFile(room.folder()), order.type());
        Thread.ofVirtual().name("extraction-output").start(() -> outcome.complete(transcript.read()));
        try {
            Files.copy(file, room.folder().resolve(FILE));
            give(order);
            return outcome.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return transcript.isReady() ? ChildTranscript.exhausted(order.type()) : new Extraction.NotStarted();
        } catch (IOException | ExecutionException e) {
            return new Extraction.NotStarted();
        } finally {
            kill();
        }
    }

    private void give(Order order) throws IOException {
        // The stream stays open: its end tells the child that the parent is gone.
        OutputStream orders = process.getOutputStream();
        orders.write((order.line() + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    /**
     * A process with others below it is, where all is well, a tool that confines them: it ends by itself, and when it does the last of them is
     * gone and writes no more. Killed at once, it would leave them behind for a moment.
     */
    private void kill() {
        awaitThoseBelow();
        List<ProcessHandle> below = process.descendants().toList();
        below.forEach(ProcessHandle::destroyForcibly);
        if (below.isEmpty()) {
            process.destroyForcibly();
        }
    }

    /** A tool that was killed just before it had started what it confines would leave that behind, waiting for it for ever. */
    private void awaitThoseBelow() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        while (hasToolAround
                && process.isAlive()
                && process.descendants().findAny().isEmpty()
                && System.nanoTime() < end) {
            process.onExit()
                    .completeOnTimeout(process, 5, TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    @Override
    public void close() {
        kill();
        process.onExit()
                .completeOnTimeout(process, GRACE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        hold.close();
        process.onExit().join();
        room.close();
    }
}
