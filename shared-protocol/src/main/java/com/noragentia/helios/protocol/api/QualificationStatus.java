/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far the caller's device has come towards being trusted with a membership: {@code GET} and {@code POST /api/v1/me/qualification}. Whether
 * a task was a check is never said.
 *
 * @param passed checks that the device has passed, ever
 * @param needed how many make a newcomer provisional
 * @param left checks of the run still to come
 */
public record QualificationStatus(long passed, int needed, int left, Stage stage) {

    /** Where the run of checks stands that the device may ask for once. */
    public enum Stage {
        /** Nobody has asked for it. */
        @JsonProperty("unasked")
        UNASKED,
        /** The device is not connected, or no model of it is ready. */
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("over")
        OVER
    }
}
