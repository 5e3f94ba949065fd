/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a task waits for: any model that serves its expert to everybody, or one that was named. Each has a queue of its own.
 *
 * @param model id of the one that was named
 */
public record LaneKey(Expert expert, Optional<String> model) {

    /** The lanes of those who leave the choice of the model to the network. */
    static final List<LaneKey> USUAL =
            Arrays.stream(Expert.values()).map(LaneKey::of).toList();

    /** Any model of an expert will do. */
    public static LaneKey of(Expert expert) {
        return new LaneKey(expert, Optional.empty());
    }
}
