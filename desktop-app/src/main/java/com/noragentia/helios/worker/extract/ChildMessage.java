/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.util.List;
import java.util.Objects;

/**
 * What the child process says, one JSON line each: {@link Ready}, then {@link Found} for each paragraph, then how it ended. Pixels and samples
 * lie in its {@link ResultFile}. None can be made without what belongs to it.
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

    record Found(Paragraph paragraph) implements ChildMessage {
        public Found {
            Objects.requireNonNull(paragraph.text());
        }
    }

    record Finished(int pages, List<Integer> pictured) implements ChildMessage {
        public Finished {
            pictured = List.copyOf(pictured);
        }
    }

    record Drawn(int width, int height, int reduction) implements ChildMessage {}

    record PageDrawn(int width, int height, int dotsPerInch) implements ChildMessage {}

    record Heard(int samples, boolean breaksOff) implements ChildMessage {}

    record Refused(ProblemCode code) implements ChildMessage {
        public Refused {
            Objects.requireNonNull(code);
        }
    }
}
