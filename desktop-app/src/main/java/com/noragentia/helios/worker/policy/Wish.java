/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the person at the computer last asked of its worker. It outlives the worker, which may be restarted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "wish")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wish.Contribute.class, name = "contribute"),
    @JsonSubTypes.Type(value = Wish.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = Wish.FinishThenPause.class, name = "finish_then_pause"),
    @JsonSubTypes.Type(value = Wish.FinishThenQuit.class, name = "finish_then_quit"),
})
public sealed interface Wish {

    /** As the preferences say. */
    record Contribute() implements Wish {}

    /** Nothing, at once; {@code until} null: until another wish. */
    record Pause(@Nullable Instant until) implements Wish {

        /** For so long. */
        public static Pause of(Duration time, Clock clock) {
            return new Pause(clock.instant().plus(time));
        }

        /** Until the next day begins at {@link #MORNING_HOUR} where the owner lives. */
        public static Pause untilTomorrow(Clock clock, ZoneId zone) {
            LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
            return new Pause(tomorrow.atTime(MORNING_HOUR, 0).atZone(zone).toInstant());
        }

        /** Nobody means midnight by tomorrow. */
        public static final int MORNING_HOUR = 6;
    }

    /** What is begun is answered, then it pauses. */
    record FinishThenPause() implements Wish {}

    /** What is begun is answered, then the worker ends. */
    record FinishThenQuit() implements Wish {}
}
