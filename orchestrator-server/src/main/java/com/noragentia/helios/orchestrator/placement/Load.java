/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;

/**
 * What placement asks of whoever hands out the work. Implementations are thread-safe and answer at once, without waiting for the
 * store's writer, which may itself be waiting for placement.
 */
public interface Load {

    /** How many tasks wait for an expert, whatever its model. */
    int backlog(Expert expert);

    /** How many tasks wait for a model that they name. */
    int backlogOf(String model);

    /** How long a device will still work with a model on what it has; zero where it is idle in it. An estimate. */
    Duration remaining(String device, String model);
}
