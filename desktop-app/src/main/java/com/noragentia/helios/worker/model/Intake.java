/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Takes in what a source sends: at the pace that is allowed, within the month's limit, and not from a source that only dribbles. Thread-safe. */
final class Intake {

    /** A source that sends less than {@link #LEAST_BYTES} in this time is left. */
    static final Duration WINDOW = Duration.ofSeconds(60);

    static final long LEAST_BYTES = 64_000;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Pace pace;
    private final TransferBook book;
    private final Waiting waiting;

    Intake(Pace pace, TransferBook book, Waiting waiting) {
        this.pace = pace;
        this.book = book;
        this.waiting = waiting;
    }

    /**
     * Appends to a part until the content ends, or is longer than the file.
     *
     * @param isRemote whether pace and month count it
     * @throws ModelFailure if the month's limit is passed
     */
    void take(Delivery delivery, boolean isRemote, ModelFile file, PartFile part, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        byte[] buffer = new byte[BUFFER_BYTES];
        InputStream in = delivery.content();
        long windowStart = waiting.nanos();
        long windowBytes = 0;
        while (part.bytes() <= file.bytes()) {
            int read = in.read(buffer);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (read < 0) {
                return;
            }
            part.append(buffer, read);
            progress.received(read);
            progress.at(file, Math.min(part.bytes(), file.bytes() - 1));
            if (isRemote) {
                book.spend(read);
                pace.spend(read);
            }
            windowBytes += read;
            if (waiting.nanos() - windowStart >= WINDOW.toNanos()) {
                if (windowBytes < LEAST_BYTES) {
                    throw new IOException("only " + windowBytes + " bytes in " + WINDOW.toSeconds() + " seconds");
                }
                windowStart = waiting.nanos();
                windowBytes = 0;
            }
        }
    }
}
