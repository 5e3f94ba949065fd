/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.noragentia.helios.computer.Readings;
import java.util.List;
import java.util.Set;

/**
 * What a worker says of itself to whoever asks on this computer.
 *
 * @param process its number
 * @param cores processors that it may use now
 * @param allCores processors of the computer
 * @param unknown readings that this computer does not give, so that what hangs on them stops nothing
 * @param faults settings that are not heeded
 */
public record Told(
        long process, WorkerState state, int cores, int allCores, Set<Readings.Kind> unknown, List<String> faults) {}
