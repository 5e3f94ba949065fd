/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** How one operating system is asked. No answer throws or takes more than half a second; what it does not tell is empty. For one thread. */
interface Sensors {

    Optional<Duration> idle();

    Optional<Power> power();

    /** Programs that run, and what the processors did for whom since the last call. */
    Processes processes();

    OptionalLong freeMemoryBytes();

    Optional<Boolean> isMetered();

    Optional<Boolean> isFullScreen();

    OptionalDouble celsius();

    /**
     * What runs.
     *
     * @param othersBusy the share of all processors that others than Helios had since the last look; empty at the first
     * @param names in lower case, without ending
     */
    record Processes(OptionalDouble othersBusy, Optional<Set<String>> names) {

        static final Processes UNKNOWN = new Processes(OptionalDouble.empty(), Optional.empty());
    }
}
