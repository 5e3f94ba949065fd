/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

/**
 * What the models of this computer may take. Zero means no limit, but for {@code freeBytes} and {@code parallelFiles}.
 *
 * @param diskBytes all model files together; those not used for longest go first
 * @param freeBytes what stays free on the disk
 * @param bytesPerSecond what comes over the network, all files together
 * @param monthlyBytes what comes over the network in a calendar month (UTC)
 * @param parallelFiles how many files of one model are fetched side by side
 */
public record StoreLimits(long diskBytes, long freeBytes, long bytesPerSecond, long monthlyBytes, int parallelFiles) {

    private static final long MEGABYTE = 1_000_000;

    /** Room for the largest chat model of the catalogue, and for the others beside it. */
    static final long DISK_BYTES = 15_000 * MEGABYTE;

    static final long FREE_BYTES = 500 * MEGABYTE;
    static final long BYTES_PER_SECOND = 0;
    static final long MONTHLY_BYTES = 50_000 * MEGABYTE;
    static final int PARALLEL_FILES = 3;

    /** Slower, a model would never be there, and slow servers could not be told from our own patience. */
    public static final long LEAST_BYTES_PER_SECOND = 16_000;

    public static final int MOST_PARALLEL_FILES = 8;

    public static final StoreLimits USUAL =
            new StoreLimits(DISK_BYTES, FREE_BYTES, BYTES_PER_SECOND, MONTHLY_BYTES, PARALLEL_FILES);

    public StoreLimits {
        if (diskBytes < 0 || freeBytes < 0 || bytesPerSecond < 0 || monthlyBytes < 0) {
            throw new IllegalArgumentException("a limit below nothing");
        }
        if (bytesPerSecond > 0 && bytesPerSecond < LEAST_BYTES_PER_SECOND) {
            throw new IllegalArgumentException("a rate below " + LEAST_BYTES_PER_SECOND + " bytes a second");
        }
        if (parallelFiles < 1 || parallelFiles > MOST_PARALLEL_FILES) {
            throw new IllegalArgumentException("1 to " + MOST_PARALLEL_FILES + " files side by side");
        }
    }
}
