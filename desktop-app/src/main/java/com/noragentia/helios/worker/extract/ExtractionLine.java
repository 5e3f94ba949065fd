/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Children standing in line: one is started ahead and waits with its classes loaded, reads one file, is thrown away and replaced, so that
 * nobody waits for a Java to start. Thread-safe; one file at a time.
 */
public final class ExtractionLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractionLine.class);

    private final Duration deadline;
    private final boolean keepsSpare;
    /** Asked when children do not come to life: what of this computer confines them now. */
    private final Supplier<ConfinementFound> anew;

    private final Semaphore turn = new Semaphore(1, true);
    /** Starts every child: a confined one dies with the thread that started it, and those who ask come and go. */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("extraction-starter").factory());

    // Guarded by turn.
    private ChildCommand command;
    private @Nullable ExtractionChild waiting;
    private boolean closed;

    ExtractionLine(ChildCommand command, Duration deadline) {
        this(command, deadline, true);
    }

    /** @param keepsSpare whether a child waits for the next file, which saves its start and takes its memory meanwhile */
    ExtractionLine(ChildCommand command, Duration deadline, boolean keepsSpare) {
        this(command, deadline, keepsSpare, () -> new ConfinementFound(command.confinement(), true));
    }

    /** @param anew what children are started under from now on, where those of {@code command} do not come to life */
    ExtractionLine(ChildCommand command, Duration deadline, boolean keepsSpare, Supplier<ConfinementFound> anew) {
        this.command = command;
        this.deadline = deadline;
        this.keepsSpare = keepsSpare;
        this.anew = anew;
        waiting = keepsSpare ? start() : null;
    }

    /**
     * A line of children of this very program.
     *
     * @param rooms the folder in which each child gets a private one
     */
    public static ExtractionLine open(Path rooms) {
        ChildCommand free = ChildCommand.ofThisProcess(rooms, Optional.empty());
        return new ExtractionLine(
                free.confinedAsCanBe(), deadline(), true, () -> free.search().strongest());
    }

    /**
     * As {@link #open(Path)}, with a class-data archive in {@code archives} that shortens the start of a child. It is made on the side when
     * it is missing or of another build; children use it from then on. What a former life left in {@code rooms} is removed.
     */
    public static ExtractionLine open(Path rooms, Path archives) {
        Room.sweep(rooms);
        ClassArchive archive = ClassArchive.in(archives);
        ConfinementNote note = ConfinementNote.in(archives);
        ChildCommand free = ChildCommand.ofThisProcess(rooms, Optional.of(archive.file()));
        ChildCommand command = free.confinedAsCanBe(note);
        LOG.info(
                "tools that confine the reading of foreign files: {}",
                command.confinement().tools());
        ExtractionLine line = new ExtractionLine(command, deadline(), true, () -> note.anew(free.search()));
        archive.makeAside(rooms);
        return line;
    }

    /**
     * For programs that read few files: no child waits, each file has one started. A class-data archive in {@code archives} is used where
     * {@link #open(Path, Path)} left one.
     */
    public static ExtractionLine openWithoutSpare(Path rooms, Path archives) {
        Room.sweep(rooms);
        Path archive = ClassArchive.in(archives).file();
        ConfinementNote note = ConfinementNote.in(archives);
        ChildCommand free = ChildCommand.ofThisProcess(rooms, Optional.of(archive));
        return new ExtractionLine(
                free.confinedAsCanBe(note).withoutRehearsal(), deadline(), false, () -> note.anew(free.search()));
    }

    private static Duration deadline() {
        return Duration.ofSeconds(Limit.EXTRACTION_SECONDS.value());
    }

    /** A file whose child does not come to life is not read, however the next ones are: never is one read with less around it than was meant. */
    Extraction read(Path file, Order order) throws InterruptedException {
        turn.acquire();
        try {
            Extraction first = readBy(this::next, file, order);
            // A child that died while it waited proves nothing about the file.
            Extraction second = first instanceof Extraction.NotStarted ? readBy(this::start, file, order) : first;
            if (second instanceof Extraction.NotStarted) {
                reconsider();
            }
            return second;
        } finally {
            try {
                replace();
            } finally {
                turn.release();
            }
        }
    }

    /** What confined children is kept unless it is certain that it no longer can be had, or that others can. */
    private void reconsider() {
        ConfinementFound found = anew.get();
        if (!found.isCertain()) {
            LOG.warn(
                    "no file could be read under {}; whether it works here is not clear, so it is kept",
                    command.confinement().tools());
        } else if (!found.confinement().equals(command.confinement())) {
            LOG.warn(
                    "foreign files were read under {}, and are from now on read under {}",
                    command.confinement().tools(),
                    found.confinement().tools());
            command = command.confined(found.confinement());
        }
    }

    /** The process that waits, for tests that take it away; 0 while there is none. */
    long waitingPid() {
        turn.acquireUninterruptibly();
        try {
            return waiting == null ? 0 : waiting.pid();
        } finally {
            turn.release();
        }
    }

    private ExtractionChild start() {
        try {
            ChildCommand now = command;
            return CompletableFuture.supplyAsync(() -> ExtractionChild.start(now), starter)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException cause ? cause : e;
        }
    }

    private ExtractionChild next() {
        if (closed) {
            throw new IllegalStateException("the extraction line is closed");
        }
        ExtractionChild ready = waiting;
        waiting = null;
        return ready == null ? start() : ready;
    }

    private Extraction readBy(Supplier<ExtractionChild> source, Path file, Order order) throws InterruptedException {
        ExtractionChild child;
        try {
            child = source.get();
        } catch (UncheckedIOException e) {
            LOG.warn("no extraction process: {}", e.getMessage());
            return new Extraction.NotStarted();
        }
        try (child) {
            return child.read(file, order, deadline);
        }
    }

    private void replace() {
        if (!closed && keepsSpare && waiting == null) {
            try {
                waiting = start();
            } catch (UncheckedIOException e) {
                // What was read is not worth less: the next file starts its own child, or fails for itself.
                LOG.warn("no spare extraction process: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        turn.acquireUninterruptibly();
        try {
            closed = true;
            if (waiting != null) {
                waiting.close();
                waiting = null;
            }
            starter.shutdown();
        } finally {
            turn.release();
        }
    }
}
