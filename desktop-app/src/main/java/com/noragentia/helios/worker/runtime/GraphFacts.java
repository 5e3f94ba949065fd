/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.util.OptionalLong;

/**
 * What the file of a graph says that a session does not tell.
 *
 * @param groupedAttentions number of {@code GroupQueryAttention} nodes, which can write keys and values where they read them
 * @param rotaryPositions rows of the smallest rotary table, that is, the most positions the graph knows; empty if it has none inside
 */
public record GraphFacts(int groupedAttentions, OptionalLong rotaryPositions) {

    /** As if nothing could be written in place. */
    public GraphFacts withoutGroupedAttentions() {
        return new GraphFacts(0, rotaryPositions);
    }
}
