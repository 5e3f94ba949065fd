/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.noragentia.helios.protocol.task.Expert;
import java.util.List;

/** Who is there: {@code GET /api/v1/network}. */
public record NetworkSummary(String version, int workersOnline, List<ModelAvailability> models) {

    /** How many workers could start at once with a model. */
    public record ModelAvailability(String model, Expert expert, int workersReady) {}
}
