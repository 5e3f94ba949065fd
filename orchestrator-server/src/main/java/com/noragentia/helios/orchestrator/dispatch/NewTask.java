/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.TaskInput;
import java.util.Optional;

/**
 * A task to be queued for its job.
 *
 * @param member who asked
 * @param conversation the member's name for the conversation it goes on with
 * @param ownOnly whether none but the member's own devices may serve it
 */
public record NewTask(
        String id, String job, String member, TaskInput input, Optional<String> conversation, boolean ownOnly) {}
