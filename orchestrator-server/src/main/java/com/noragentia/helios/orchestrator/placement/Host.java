/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.util.Map;
import java.util.Set;

/**
 * What placement needs to know of a worker that takes tasks.
 *
 * @param memoryBytes what all its models together may take
 * @param models what it was told to host, by id
 * @param unfit models that do not work on it
 */
public record Host(String device, long memoryBytes, Map<String, Hosting> models, Set<String> unfit) {

    boolean hosts(String model) {
        return models.containsKey(model);
    }
}
