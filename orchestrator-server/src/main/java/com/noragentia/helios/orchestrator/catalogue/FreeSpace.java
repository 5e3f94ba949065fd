/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many bytes may still be written to the disk of a folder. */
interface FreeSpace {

    /** What the disk keeps free. */
    long KEPT_BYTES = 500_000_000;

    long BYTES_PER_MEGABYTE = 1_000_000;

    FreeSpace OF_THE_DISK = folder -> Files.getFileStore(folder).getUsableSpace();

    long of(Path folder) throws IOException;

    /** @throws PinFailure if so much does not fit beside what is kept free */
    default void require(Path folder, long bytes) throws IOException, PinFailure {
        long free = of(folder);
        long needed = bytes + KEPT_BYTES;
        if (free < needed) {
            throw new PinFailure(PinFailure.Kind.NO_ROOM, needed / BYTES_PER_MEGABYTE, free / BYTES_PER_MEGABYTE);
        }
    }
}
