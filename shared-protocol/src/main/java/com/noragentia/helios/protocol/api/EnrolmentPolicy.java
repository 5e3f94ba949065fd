/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may become a member of a network. */
public enum EnrolmentPolicy {
    /** Anybody whose device solves the puzzle: {@code POST /api/v1/members}. */
    @JsonProperty("open")
    OPEN,
    /** Only who has a one-time code: {@code POST /api/v1/devices}. */
    @JsonProperty("invited")
    INVITED
}
