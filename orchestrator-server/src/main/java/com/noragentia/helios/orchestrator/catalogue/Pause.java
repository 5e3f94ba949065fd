/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    void rest(Duration time) throws InterruptedException;
}
