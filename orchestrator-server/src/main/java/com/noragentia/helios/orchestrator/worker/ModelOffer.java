/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import java.util.List;

/** Says what a worker is to host. */
@FunctionalInterface
public interface ModelOffer {

    /** The models for a worker with this much memory to give, in the order they should be loaded. */
    List<ModelOrder> fitting(long memoryBytes);
}
