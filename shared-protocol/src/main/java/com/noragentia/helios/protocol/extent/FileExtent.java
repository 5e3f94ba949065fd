/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

/**
 * How much there is in a file, as it is paid for.
 *
 * @param units pages of a document's text, seconds of a recording, pictures; at least 1
 * @param pictured pages of a document whose text stands in pictures; 0 for whatever else
 */
public record FileExtent(long units, long pictured) {

    /** Of a file of which nothing is known. */
    public static final FileExtent LEAST = new FileExtent(1, 0);

    public FileExtent {
        units = Math.max(1, units);
        pictured = Math.max(0, pictured);
    }
}
