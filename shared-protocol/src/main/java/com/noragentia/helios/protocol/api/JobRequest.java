/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.noragentia.helios.protocol.task.TaskInput;

/** What a member asks of the network: {@code POST /api/v1/jobs}. */
public record JobRequest(TaskInput input) {}
