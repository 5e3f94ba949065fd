/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

/** An event of a job as JSON, with its place: 1 for the first. {@code isLast} where nothing will ever follow it. */
record StoredEvent(long sequence, String body, boolean isLast) {}
