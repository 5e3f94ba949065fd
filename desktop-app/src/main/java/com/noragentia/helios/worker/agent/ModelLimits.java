/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.worker.model.StoreLimits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of this computer lets models take, as {@code model-limits.json} in the data folder says it. What is not said there is as usual; 0
 * means no limit.
 */
public record ModelLimits(
        @Nullable Long diskMegabytes,
        @Nullable Long freeMegabytes,
        @Nullable Long kilobytesPerSecond,
        @Nullable Long monthlyMegabytes,
        @Nullable Integer parallelFiles) {

    static final String FILE = "model-limits.json";

    private static final long MEGABYTE = 1_000_000;
    private static final long KILOBYTE = 1_000;

    /**
     * The limits that hold in a data folder.
     *
     * @throws IOException if the file is there but says nothing sensible
     */
    static StoreLimits of(DataFolder folder) throws IOException {
        ModelLimits said = PrivateFiles.read(folder.file(FILE), ModelLimits.class)
                .orElse(new ModelLimits(null, null, null, null, null));
        StoreLimits usual = StoreLimits.USUAL;
        try {
            return new StoreLimits(
                    or(said.diskMegabytes, MEGABYTE, usual.diskBytes()),
                    or(said.freeMegabytes, MEGABYTE, usual.freeBytes()),
                    or(said.kilobytesPerSecond, KILOBYTE, usual.bytesPerSecond()),
                    or(said.monthlyMegabytes, MEGABYTE, usual.monthlyBytes()),
                    said.parallelFiles == null ? usual.parallelFiles() : said.parallelFiles);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(FILE + ": " + e.getMessage(), e);
        }
    }

    private static long or(@Nullable Long said, long unit, long usual) {
        return said == null ? usual : Math.multiplyExact(said, unit);
    }
}
