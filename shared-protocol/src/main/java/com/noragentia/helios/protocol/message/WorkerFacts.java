/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.message;

/**
 * What a worker says of its computer. Claims: nothing is paid or trusted for them.
 *
 * @param agentVersion version of the program
 * @param deviceName what people call the computer
 * @param operatingSystem such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param cores processors the worker may use
 * @param memoryBytes memory the worker may use for models
 */
public record WorkerFacts(
        String agentVersion,
        String deviceName,
        String operatingSystem,
        String architecture,
        int cores,
        long memoryBytes) {}
