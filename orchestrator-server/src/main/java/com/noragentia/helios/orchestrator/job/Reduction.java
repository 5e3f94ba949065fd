/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import java.util.List;

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
            return new TaskInput.Combine(
                    bare.expert(), bare.language(), bare.question(), List.copyOf(parts), bare.look());
        }
    }
}
