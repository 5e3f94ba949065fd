/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose fault a failed task is, which decides what happens next. */
public enum FailureClass {
    /** The input can't be served by anyone: final. */
    @JsonProperty("bad_request")
    BAD_REQUEST,
    /** Not here, not now: elsewhere, without blame. */
    @JsonProperty("capacity")
    CAPACITY,
    /** The owner of the computer needs it: elsewhere, without blame, and no attempt of the task is lost. */
    @JsonProperty("handed_back")
    HANDED_BACK,
    /** The model does not work here: elsewhere, and unload it. */
    @JsonProperty("model")
    MODEL,
    /** The worker broke: elsewhere, with blame. */
    @JsonProperty("crash")
    CRASH
}
