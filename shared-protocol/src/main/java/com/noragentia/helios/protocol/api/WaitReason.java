/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    /** Who is online was told to host the model it needs, and could not. */
    @JsonProperty("model_refused")
    MODEL_REFUSED,
    /** Everybody who could is at work. */
    @JsonProperty("workers_busy")
    WORKERS_BUSY,
    /** Only workers are left that had it before and could not. */
    @JsonProperty("workers_failed")
    WORKERS_FAILED;

    /** The reason of a name on the wire; null for one that a newer orchestrator invented, which is no reason to lose the rest. */
    @JsonCreator
    static @Nullable WaitReason ofName(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(null);
    }
}
