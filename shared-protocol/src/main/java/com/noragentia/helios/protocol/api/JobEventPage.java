/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.util.List;

/**
 * The next events of a job, for clients that read no stream: {@code GET /api/v1/jobs/{id}/events?after=N} with {@code Accept:
 * application/json}. The orchestrator waits up to 20 seconds for news before it answers that there is none.
 *
 * @param events in order, each once
 * @param next what to ask for {@code after} the next time
 * @param last whether nothing will ever follow
 */
public record JobEventPage(List<Numbered> events, long next, boolean last) {

    /** An event and its number, 1 for the first. */
    public record Numbered(long id, JobEvent event) {}
}
