/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.placement.Host;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what workers are to host. */
public interface ModelOffer {

    /**
     * The models for a worker that joins, in the order they should be loaded.
     *
     * @param memoryBytes what it has to give
     * @param others who else is there; asked only where there is a choice
     */
    List<ModelOrder> joining(String device, long memoryBytes, Supplier<List<Host>> others);

    ModelOrder order(String model);

    /** As it is on offer now; empty where it is not, or no longer. */
    Optional<ModelOrder> find(String model);
}
