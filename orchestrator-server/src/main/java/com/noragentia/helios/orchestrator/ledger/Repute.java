/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What audits say of a member's devices, as far as standing needs it.
 *
 * @param passed checks passed, ever, by all devices
 * @param lowerBound 5 % lower bound of the best device, 0 to 1
 * @param failedAt when a check failed last, at any device
 */
public record Repute(long passed, double lowerBound, Optional<Instant> failedAt) {

    /** Of a member whose devices were never checked. */
    public static final Repute NONE = new Repute(0, 0, Optional.empty());

    /** As a contributor's must be. */
    public boolean isGood(Instant now) {
        return lowerBound >= TierRequirements.REPUTABLE
                && failedAt.filter(at -> now.isBefore(at.plus(TierRequirements.CLEAN_TIME)))
                        .isEmpty();
    }
}
