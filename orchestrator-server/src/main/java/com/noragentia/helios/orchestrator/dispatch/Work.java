/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** How much a task asks of a worker, estimated from its input: tokens to read, tokens or pieces to write. */
record Work(long promptTokens, long outputTokens) {}
