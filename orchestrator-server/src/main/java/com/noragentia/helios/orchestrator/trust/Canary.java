/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskInput;

/** A task made for checking, alike in shape to real ones, and how its right answer is known. */
record Canary(TaskInput question, KnownAnswer answer) {}
