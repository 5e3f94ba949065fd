/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages in a process of its own that ends with the document: the model takes memory that a window should not take all day, and is native code
 * that must not take a window down. It sees pixels only, never the document.
 */
public final class PageReadingProcess implements PageReader {

    private static final Logger LOG = LoggerFactory.getLogger(PageReadingProcess.class);

    /** The program, by name: it knows models, of which this package knows nothing. */
    private static final String PROGRAM = "com.noragentia.helios.worker.agent.PageReadingProgram";

    /** For a page, the first time with the start of the program. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int ANSWER_BYTES = 1 << 20;

    private final Process process;
    private final Room room;
    private final BufferedReader answers;

    private PageReadingProcess(Process process, Room room) {
        this.process = process;
        this.room = room;
        this.answers = new BufferedReader(new InputStreamReader(
                new CappedInputStream(process.getInputStream(), (long) Counting.PICTURED_PAGES * ANSWER_BYTES),
                StandardCharsets.UTF_8));
    }

    /**
     * Readers of this computer.
     *
     * @param rooms the folder in which each has a private one
     * @param models the folder of models; the one that reads pictures is laid there from inside the program if it is missing
     */
    public static Source source(Path rooms, Path models) {
        return () -> start(rooms, models);
    }

    private static Optional<PageReader> start(Path rooms, Path models) {
        try {
            Room room = Room.in(rooms);
            try {
                return Optional.of(new PageReadingProcess(
                        ChildCommand.ofThisProcess(rooms, Optional.empty())
                                .readingPages(PROGRAM, room.folder(), models)
                                .start(),
                        room));
            } catch (IOException e) {
                room.close();
                throw new UncheckedIOException(e);
            }
        } catch (UncheckedIOException e) {
            LOG.warn("no process to read pictures of pages: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Tells nothing of single lines: whoever waits here holds no lease. */
    @Override
    public Optional<List<TextLine>> read(Picture page, Progress progress) throws InterruptedException {
        try {
            ResultFile pixels = new ResultFile(room.folder());
            Files.deleteIfExists(pixels.path());
            pixels.write(page);
            order(new ChildMessage.Drawn(page.width(), page.height(), 1));
            return answer();
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.warn("a picture of a page was not read: {}", e.getClass().getSimpleName());
            // What it would say later would be taken for the next page's.
            process.destroyForcibly();
            return Optional.empty();
        }
    }

    private void order(ChildMessage.Drawn page) throws IOException {
        OutputStream orders = process.getOutputStream();
        orders.write((JsonCodec.encodeToString(page) + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    private Optional<List<TextLine>> answer()
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        CompletableFuture<Optional<String>> line = new CompletableFuture<>();
        Thread.ofVirtual().name("page-lines").start(() -> {
            try {
                line.complete(Optional.ofNullable(answers.readLine()));
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        String answer = line.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .orElseThrow(() -> new IOException("the process that reads pictures has ended"));
        return Optional.ofNullable(
                JsonCodec.decode(answer, PageLines.class, ANSWER_BYTES).lines());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        room.close();
    }
}
