/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a member's contribution has brought it, from the least on (trust.md 3.4). */
public enum Tier {
    /** Has an account, no more. */
    @JsonProperty("visitor")
    VISITOR,
    /** A device of its has shown that it answers right. */
    @JsonProperty("provisional")
    PROVISIONAL,
    /** Answers for others, lately and well. */
    @JsonProperty("contributor")
    CONTRIBUTOR,
    /** Has done so for long; may check others. */
    @JsonProperty("trusted")
    TRUSTED
}
