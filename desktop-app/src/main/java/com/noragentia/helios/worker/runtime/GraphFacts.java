/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.util.OptionalLong;
import java.util.Set;

/**
 * What the file of a graph says that a session does not tell.
 *
 * @param groupedAttentions number of {@code GroupQueryAttention} nodes, which can write keys and values where they read them
 * @param rotaryPositions rows of the smallest rotary table, that is, the most positions the graph knows; empty if it has none inside
 * @param dataFiles names of the files in which data of its tensors lies
 */
public record GraphFacts(int groupedAttentions, OptionalLong rotaryPositions, Set<String> dataFiles) {

    public GraphFacts {
        dataFiles = Set.copyOf(dataFiles);
    }

    /** As if nothing could be written in place. */
    public GraphFacts withoutGroupedAttentions() {
        return new GraphFacts(0, rotaryPositions, dataFiles);
    }
}
