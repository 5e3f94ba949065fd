/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a language model wrote no more. */
public enum StopReason {
    /** It had said what it had to say. */
    @JsonProperty("stop")
    STOP,
    /** As much as was allowed, or as it can hold in its memory: the answer breaks off. */
    @JsonProperty("length")
    LENGTH,
    /** One of the texts came that the member had named as an end. */
    @JsonProperty("stop_string")
    STOP_STRING
}
