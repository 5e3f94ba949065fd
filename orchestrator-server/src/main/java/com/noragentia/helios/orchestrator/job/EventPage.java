/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.util.List;

/**
 * Stored events of a job, in order.
 *
 * @param isFull whether there was more to read than a page takes
 * @param isLast whether nothing will ever follow them
 */
record EventPage(List<StoredEvent> events, boolean isFull, boolean isLast) {}
