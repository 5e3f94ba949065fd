/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.placement.Host;
import java.util.List;

/** Says what workers are to host. */
public interface ModelOffer {

    /**
     * The models for a worker that joins, in the order they should be loaded.
     *
     * @param memoryBytes what it has to give
     * @param others who else is there
     */
    List<ModelOrder> joining(String device, long memoryBytes, List<Host> others);

    ModelOrder order(String model);
}
