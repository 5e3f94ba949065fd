/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

/** Is told, on the thread that uploads, how far this computer has read the pages of a document that are pictures; that takes up to minutes. */
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
}
