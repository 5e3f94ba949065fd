/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a job has not begun; clients show a sentence for each. */
public enum WaitReason {
    /** Others are before it; its turn comes. */
    @JsonProperty("queue")
    QUEUE,
    /** Nobody is online who could. */
    @JsonProperty("no_worker")
    NO_WORKER,
    /** Somebody is loading the model it needs. */
    @JsonProperty("model_loading")
    MODEL_LOADING,
    /** Everybody who could is at work. */
    @JsonProperty("workers_busy")
    WORKERS_BUSY,
    /** Only workers are left that had it before and could not. */
    @JsonProperty("workers_failed")
    WORKERS_FAILED
}
