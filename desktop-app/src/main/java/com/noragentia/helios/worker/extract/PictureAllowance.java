/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.extent.Counting;

/** How many pages more may be read from their pictures, in all documents of one task: as many as are paid for. Not thread-safe. */
public final class PictureAllowance {

    private int left;

    /** As many as anybody pays for. */
    public PictureAllowance() {
        this(Counting.PICTURED_PAGES);
    }

    /** @param counted pages whose text stands in pictures, as whoever asks pays for them */
    public PictureAllowance(long counted) {
        this.left = (int) Math.min(Counting.PICTURED_PAGES, counted);
    }

    int left() {
        return left;
    }

    /** A page was looked at, with or without success. */
    void use() {
        left--;
    }
}
