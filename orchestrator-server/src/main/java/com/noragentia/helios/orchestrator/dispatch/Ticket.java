/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Instant;

/** A task that waits. cost in credits (> 0). ownOnly: none but the member's own devices may take it. */
record Ticket(
        String task,
        String job,
        String member,
        LaneKey lane,
        Work work,
        double cost,
        Instant queuedAt,
        boolean ownOnly) {}
