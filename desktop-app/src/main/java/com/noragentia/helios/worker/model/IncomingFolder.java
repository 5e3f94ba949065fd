/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/** Where files lie that have not come whole. What nobody has gone on with for {@link #STALE} goes. */
record IncomingFolder(PrivateFolder folder, Clock clock) {

    static final Duration STALE = Duration.ofDays(7);

    PartFile part(ModelFile file, LongConsumer progress) throws IOException, InterruptedException {
        return PartFile.open(folder, file, progress);
    }

    /** How much of a file has come. */
    long begun(ModelFile file) throws IOException {
        Path part = folder.resolve(file.sha256() + PartFile.SUFFIX);
        return Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS) ? Files.size(part) : 0;
    }

    /** An empty file. */
    Path fresh() throws IOException {
        return Files.createTempFile(folder.path(), "copy-", PartFile.SUFFIX);
    }

    void removeStale() throws IOException {
        Instant oldest = clock.instant().minus(STALE);
        for (Path entry : folder.entries()) {
            if (Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(oldest)) {
                Files.deleteIfExists(entry);
            }
        }
    }

    long bytes() throws IOException {
        return folder.bytes();
    }
}
