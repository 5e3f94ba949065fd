/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a reason holds, and since when the signs are for a change. Immutable.
 *
 * @param holds whether it counts
 * @param turning since when all signs say the opposite of {@code holds}
 * @param detail what its phrase names, of the last sign for it
 */
record Hold(boolean holds, Optional<Instant> turning, String detail) {

    /** At the start nothing holds. */
    static final Hold NOT = new Hold(false, Optional.empty(), "");

    /** What the readings say of a reason. */
    enum Sign {
        FOR,
        /** Neither: what is, stays. */
        BETWEEN,
        AGAINST
    }

    /** After one more look. */
    Hold after(Sign sign, String named, Reason reason, Instant now) {
        String latest = sign == Sign.FOR ? named : detail;
        Sign change = holds ? Sign.AGAINST : Sign.FOR;
        if (sign != change) {
            return new Hold(holds, Optional.empty(), latest);
        }
        Duration needed = holds ? reason.leaveAfter() : reason.enterAfter();
        Instant since = turning.filter(before -> !before.isAfter(now)).orElse(now);
        return Duration.between(since, now).compareTo(needed) >= 0
                ? new Hold(!holds, Optional.empty(), latest)
                : new Hold(holds, Optional.of(since), latest);
    }
}
