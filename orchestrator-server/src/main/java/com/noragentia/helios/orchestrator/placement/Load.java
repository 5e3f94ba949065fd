/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;

/** What placement asks of whoever hands out the work. Implementations answer at once and are thread-safe. */
public interface Load {

    /** How many tasks wait for an expert. */
    int backlog(Expert expert);

    /** How long a device will still work with a model on what it has; zero where it is idle in it. An estimate. */
    Duration remaining(String device, String model);
}
