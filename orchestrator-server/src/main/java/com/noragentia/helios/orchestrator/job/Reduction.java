/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What makes one answer of the parts of a job. */
sealed interface Reduction {

    /** Their texts stand one below the other, each as soon as those before it are there. */
    record Join() implements Reduction {}

    /**
     * A worker is asked, once all of them are done.
     *
     * @param bare the input of its task, still without parts
     */
    record Ask(TaskInput.Combine bare) implements Reduction {

        TaskInput.Combine of(List<Combined> parts) {
            return of(parts, bare.look());
        }

        /**
         * Of the parts that were answered, where nobody answered some.
         *
         * @param missed places of those, 0 for the first, with the files that they were to look at; none of anything but a look at pictures
         */
        TaskInput.Combine of(List<Combined> answered, SortedMap<Integer, String> missed) {
            TaskInput.Look look = bare.look();
            return look == null || missed.isEmpty()
                    ? of(answered)
                    : of(LookParts.filled(answered, missed), LookParts.without(look, missed.keySet()));
        }

        private TaskInput.Combine of(List<Combined> parts, TaskInput.@Nullable Look look) {
            return new TaskInput.Combine(bare.expert(), bare.language(), bare.question(), List.copyOf(parts), look);
        }
    }
}
