/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * What audits say of a device, or of the best device of a member: Beta reputation with fading (trust.md 2.2).
 *
 * @param passed checks passed, ever
 * @param lowerBound 5 % lower credible bound, 0 to 1
 * @param convictedAt when a check failed last
 */
public record Reputation(long passed, double lowerBound, Optional<Instant> convictedAt) {}
