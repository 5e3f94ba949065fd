/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.Optional;

/**
 * A task in its queue.
 *
 * @param attempts leases it has had
 * @param pieces pieces of its answer that are stored already
 * @param lastWorker device that had it last and could not
 */
record WaitingTask(String id, String job, TaskInput input, int attempts, int pieces, Optional<String> lastWorker)
        implements QueuedTask {

    Expert expert() {
        return input.expert();
    }
}
