/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.util.List;

/**
 * What the child process says, one JSON line each: {@link Ready}, then {@link Found} for each paragraph, then how it ended. Pixels and samples
 * lie in its {@link ResultFile}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChildMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ChildMessage.Found.class, name = "found"),
    @JsonSubTypes.Type(value = ChildMessage.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = ChildMessage.Drawn.class, name = "drawn"),
    @JsonSubTypes.Type(value = ChildMessage.PageDrawn.class, name = "page-drawn"),
    @JsonSubTypes.Type(value = ChildMessage.Heard.class, name = "heard"),
    @JsonSubTypes.Type(value = ChildMessage.Refused.class, name = "refused"),
})
sealed interface ChildMessage {

    record Ready() implements ChildMessage {}

    record Found(Paragraph paragraph) implements ChildMessage {}

    record Finished(int pages, List<Integer> pictured) implements ChildMessage {}

    record Drawn(int width, int height, int reduction) implements ChildMessage {}

    record PageDrawn(int width, int height, int dotsPerInch) implements ChildMessage {}

    record Heard(int samples, boolean breaksOff) implements ChildMessage {}

    record Refused(ProblemCode code) implements ChildMessage {}
}
