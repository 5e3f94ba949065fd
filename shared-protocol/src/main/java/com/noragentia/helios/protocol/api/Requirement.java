/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a {@link Tier} takes, each in a unit of its own. */
public enum Requirement {
    /** Checks passed by the member's devices, ever. */
    @JsonProperty("checks_passed")
    CHECKS_PASSED,
    /** Recent average: credits a day, with a half-life of seven days. */
    @JsonProperty("recent_credit")
    RECENT_CREDIT,
    /** Lower bound of the reputation, 0 to 1. */
    @JsonProperty("reputation")
    REPUTATION,
    /** Days since a check failed last. */
    @JsonProperty("days_without_failed_check")
    DAYS_WITHOUT_FAILED_CHECK,
    /** Hours since the account was made. */
    @JsonProperty("hours_as_member")
    HOURS_AS_MEMBER,
    /** Credits earned and matured, ever. */
    @JsonProperty("lifetime_credit")
    LIFETIME_CREDIT
}
