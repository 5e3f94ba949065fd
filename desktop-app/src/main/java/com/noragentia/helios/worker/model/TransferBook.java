/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much came over the network this calendar month (UTC), kept in a file. A crash forgets {@value #NOTED_BYTES} bytes at most. Thread-safe. */
final class TransferBook {

    static final long NOTED_BYTES = 16_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(TransferBook.class);
    private static final long BYTES_PER_MEGABYTE = 1_000_000;
    private static final int MAX_FILE_BYTES = 1_000;

    private final Path file;
    private final long monthlyBytes;
    private final Clock clock;
    private Page page;
    private long unnoted;

    private record Page(String month, long bytes) {}

    /** @param monthlyBytes 0 for no limit */
    TransferBook(Path file, long monthlyBytes, Clock clock) {
        this.file = file;
        this.monthlyBytes = monthlyBytes;
        this.clock = clock;
        this.page = new Page("", 0);
    }

    /** Reads what another process noted meanwhile. What came here is written down first: another download may be at it just now. */
    synchronized void refresh() {
        note();
        if (unnoted == 0) { // else it cannot be written, but is not forgotten
            page = stored();
        }
    }

    /** Refuses what this month has no room for. */
    synchronized void require(long bytes) throws ModelFailure {
        turn();
        if (monthlyBytes > 0 && bytes > 0 && page.bytes() + bytes > monthlyBytes) {
            throw ModelFailure.told(
                    "month",
                    "the limit for downloads is " + megabytes(monthlyBytes) + " MB a month (monthlyMegabytes); "
                            + megabytes(page.bytes()) + " MB have come and " + megabytes(bytes) + " MB are needed",
                    megabytes(monthlyBytes),
                    megabytes(page.bytes()),
                    megabytes(bytes));
        }
    }

    /** Counts bytes that have come. */
    synchronized void spend(long bytes) throws ModelFailure {
        require(bytes);
        page = new Page(page.month(), page.bytes() + bytes);
        unnoted += bytes;
        if (unnoted >= NOTED_BYTES) {
            note();
        }
    }

    /** Writes down what was counted. */
    synchronized void note() {
        if (unnoted == 0) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.write(fresh, JsonCodec.encode(page));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            unnoted = 0;
        } catch (IOException e) {
            LOG.warn("what came over the network is not noted", e);
        }
    }

    private void turn() {
        String month = YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
        if (!page.month().equals(month)) {
            page = new Page(month, 0);
        }
    }

    private Page stored() {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MAX_FILE_BYTES) {
                Page found = JsonCodec.decode(Files.readAllBytes(file), Page.class, MAX_FILE_BYTES);
                return found.bytes() >= 0 ? found : new Page("", 0);
            }
        } catch (IOException e) {
            LOG.warn(
                    "what came over the network before cannot be read, and is counted from nothing: {}",
                    e.getMessage());
        }
        return new Page("", 0);
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, BYTES_PER_MEGABYTE);
    }
}
