/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;

/**
 * A model that workers may be told to host, and the memory that takes. In a list of offers the preferred model of an expert comes first.
 *
 * @param namedOnly whether it is asked only by those who name it
 */
public record Offer(String model, Set<Expert> experts, long memoryBytes, boolean namedOnly) {

    /** One that whoever asks its experts may get. */
    public Offer(String model, Set<Expert> experts, long memoryBytes) {
        this(model, experts, memoryBytes, false);
    }
}
