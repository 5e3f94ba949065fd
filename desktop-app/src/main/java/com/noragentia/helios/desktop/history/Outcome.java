/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.Problem;

/** How an exchange ended. One that has none was interrupted, or is being answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Outcome.Stopped.class, name = "stopped"),
})
public sealed interface Outcome {

    record Answered(JobResult result) implements Outcome {}

    record Failed(Problem problem) implements Outcome {}

    /** The member stopped it; what had come is the answer. */
    record Stopped() implements Outcome {}
}
