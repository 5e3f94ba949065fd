/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer that grows: each step gives the blocks that just became final and those that are still open, and reads no more text than the
 * open ones. Not thread-safe.
 */
public final class BlockStream {

    private final BlockReader reader;
    private String open = "";

    public BlockStream(BlockReader reader) {
        this.reader = reader;
    }

    /** What a piece of text changed: {@code finished} joins the earlier finished blocks, {@code open} replaces what was open. */
    public record Step(List<Block> finished, List<Block> open) {}

    /** Only whole lines finish a block: half a line may yet turn out to belong to it. */
    public Step append(String text) {
        open += text;
        Reading lines = reader.read(open.substring(0, open.lastIndexOf('\n') + 1));
        open = open.substring(lines.openFrom());
        Reading rest = reader.read(open);
        List<Block> blocks = new ArrayList<>(rest.finished());
        blocks.addAll(rest.open());
        return new Step(lines.finished(), List.copyOf(blocks));
    }
}
