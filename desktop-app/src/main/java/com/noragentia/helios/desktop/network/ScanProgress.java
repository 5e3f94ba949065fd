/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

/** Is told, on the thread that uploads, how this computer takes the text out of a document; reading pages that are pictures takes up to minutes. */
@FunctionalInterface
public interface ScanProgress {

    /** Nobody waits to be told. */
    ScanProgress UNWATCHED = (pages, of) -> {};

    /**
     * The same may be told several times.
     *
     * @param pages that have been read
     * @param of all that will be
     */
    void read(int pages, int of);

    /** The text cannot be had on this computer just now: the network gets the document itself. */
    default void goesAsItIs() {}
}
