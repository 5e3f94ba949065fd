/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Optional;

/** How a job becomes tasks. */
sealed interface Plan {

    /** How many parts a member is told of. */
    int parts();

    /** The job is one task. */
    record Single(TaskInput input) implements Plan {

        @Override
        public int parts() {
            return 1;
        }
    }

    /**
     * Several tasks that run side by side, and what makes one answer of them.
     *
     * @param each in the order of the attachments; two at least, or one that a worker is asked about afterwards
     */
    record Fanned(List<Part> each, Reduction reduction) implements Plan {

        @Override
        public int parts() {
            return each.size();
        }
    }

    /**
     * A task that reads one file of several, or a stretch of one, or looks at it for one thing of several.
     *
     * @param file the attachment's name
     * @param model id of the model that was named for it; empty for that of the job
     */
    record Part(String file, TaskInput input, Optional<String> model) {

        /** One for the model of the job. */
        Part(String file, TaskInput input) {
            this(file, input, Optional.empty());
        }
    }
}
