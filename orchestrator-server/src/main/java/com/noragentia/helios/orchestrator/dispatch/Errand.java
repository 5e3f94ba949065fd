/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.Optional;

/**
 * A task of the orchestrator's own for one worker of its choice. The worker is told of it as of any other: only the name of the job, which
 * workers never hear, shows what it is.
 *
 * @param task its id, of the same form as those of members
 * @param conversation what a member would call the conversation it goes on with
 * @param model id of the model that is to answer; empty for any
 */
public record Errand(String task, TaskInput input, Optional<String> conversation, Optional<String> model) {

    /** One that any model may answer. */
    public Errand(String task, TaskInput input, Optional<String> conversation) {
        this(task, input, conversation, Optional.empty());
    }

    /** Jobs of members are hexadecimal. */
    private static final String JOB = "errand.";

    /** Who asks; no member is called so. */
    private static final String REQUESTER = "orchestrator";

    /** Whether a job is an errand. */
    public static boolean isErrand(String job) {
        return job.startsWith(JOB);
    }

    /** The job of this errand's task. */
    public String job() {
        return JOB + task;
    }

    NewTask asTask() {
        return new NewTask(
                task,
                job(),
                REQUESTER,
                input,
                conversation,
                model,
                Terms.FREE,
                Credits.of(TaskDesk.cost(input)),
                false);
    }
}
