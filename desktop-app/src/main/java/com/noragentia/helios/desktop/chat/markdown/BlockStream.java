/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.List;

/**
 * An answer that grows: each step gives the blocks that just became final and the one that is still open, and reads no more text than that
 * open one. Not thread-safe.
 */
public final class BlockStream {

    private final BlockReader reader;
    private String open = "";

    public BlockStream(BlockReader reader) {
        this.reader = reader;
    }

    /** What a piece of text changed: {@code finished} joins the earlier finished blocks, {@code open} replaces the open one. */
    public record Step(List<Block> finished, List<Block> open) {}

    public Step append(String text) {
        open += text;
        Reading reading = reader.read(open);
        open = open.substring(reading.openFrom());
        return new Step(reading.finished(), reading.open());
    }
}
