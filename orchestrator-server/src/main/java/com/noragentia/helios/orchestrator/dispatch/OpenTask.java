/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;

/** A task that has not ended, as far as its cost is concerned. {@code ownOnly}: the member's own devices do it, free of charge. */
public record OpenTask(String task, String job, String member, Expert expert, Terms terms, boolean ownOnly) {}
