/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

/**
 * How far a model has come.
 *
 * @param model its id
 * @param file the file of which something came last
 * @param doneBytes of the whole model; what was here already counts. Never falls while a model comes
 * @param totalBytes of the whole model
 * @param bytesPerSecond what comes over the network or from a folder, over the last seconds; 0 while files are only read again
 */
public record Transfer(String model, String file, long doneBytes, long totalBytes, long bytesPerSecond) {

    /** 0 to 1. */
    public double fraction() {
        return totalBytes == 0 ? 1 : Math.min(1, (double) doneBytes / totalBytes);
    }
}
