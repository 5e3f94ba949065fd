/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.TaskInput;

/** A task to be queued for its job. */
public record NewTask(String id, String job, TaskInput input) {}
