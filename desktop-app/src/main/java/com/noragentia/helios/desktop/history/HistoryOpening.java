/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came of opening the chats of this computer. Nothing that a member wrote is deleted, whatever state it is in. */
public sealed interface HistoryOpening {

    record Opened(ChatHistory history) implements HistoryOpening {}

    /** The file was damaged; it lies in {@code old} now, and the chats begin anew. */
    record BegunAnew(ChatHistory history, Path old) implements HistoryOpening {}

    /** A newer Helios has changed the file: it is left alone, and chats are not kept until that one is installed again. */
    record MadeByNewer() implements HistoryOpening {}

    /** The file can neither be used nor set aside: chats are not kept. */
    record Unusable(Path file) implements HistoryOpening {}

    /** Opens {@link ChatHistory#FILE} in a folder. */
    static HistoryOpening in(Path folder, Clock clock) {
        Logger log = LoggerFactory.getLogger(HistoryOpening.class);
        Path file = folder.resolve(ChatHistory.FILE);
        try {
            return new Opened(ChatHistory.open(file));
        } catch (NewerHistory e) {
            return new MadeByNewer();
        } catch (DamagedHistory e) {
            log.warn("the chats are set aside: {}", e.getMessage());
        } catch (IOException e) {
            log.warn("the chats cannot be kept: {}", e.getMessage());
            return new Unusable(file);
        }
        try {
            Path old = setAside(file, clock);
            return new BegunAnew(ChatHistory.open(file), old);
        } catch (IOException e) {
            log.warn("the chats cannot be kept: {}", e.getMessage());
            return new Unusable(file);
        }
    }

    private static Path setAside(Path file, Clock clock) throws IOException {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        Path old = file.resolveSibling("chats-damaged-" + time + ".sqlite");
        for (String part : List.of("", "-wal", "-shm")) {
            try {
                Files.move(
                        file.resolveSibling(file.getFileName() + part), old.resolveSibling(old.getFileName() + part));
            } catch (NoSuchFileException e) {
                // not every database has a log
            }
        }
        return old;
    }
}
