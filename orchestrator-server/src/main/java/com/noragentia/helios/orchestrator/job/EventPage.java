/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.util.List;

/** Events of a job, in order. {@code isLast} where nothing will ever follow them. */
record EventPage(List<StoredEvent> events, boolean isLast) {}
