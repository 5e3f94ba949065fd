/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import java.util.Optional;

/** Looks up who has enrolled. */
@FunctionalInterface
public interface KnownDevices {

    Optional<KnownDevice> find(String device);
}
