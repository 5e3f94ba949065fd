/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.noragentia.helios.computer.Readings;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a worker does, why, and what would change it, in words. Thread-safe. */
public final class WorkerPhrases {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Phrases phrases;
    private final Clock clock;

    /** @param clock of the owner, by whose zone times are said */
    public WorkerPhrases(Language language, Clock clock) {
        this.phrases = Phrases.beside(WorkerPhrases.class, "policy", language);
        this.clock = clock;
    }

    /** One sentence. */
    public String sentence(WorkerState state) {
        return switch (state) {
            case WorkerState.Ready ready -> phrases.say("state.ready");
            case WorkerState.Working working -> phrases.say("state.working", working.tasks());
            case WorkerState.Paused paused -> paused(paused.until());
            case WorkerState.FinishingThenPausing finishing ->
                phrases.say("state.finishing-then-pausing", finishing.tasks());
            case WorkerState.FinishingThenQuitting finishing ->
                phrases.say("state.finishing-then-quitting", finishing.tasks());
            case WorkerState.Idle idle -> phrases.say("reason." + key(idle.reason()), idle.detail());
        };
    }

    private String paused(@Nullable Instant until) {
        if (until == null) {
            return phrases.say("state.paused");
        }
        ZonedDateTime end = until.atZone(clock.getZone());
        Duration left = Duration.between(clock.instant(), until);
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        return phrases.say("state.paused-until", TIME.format(end), minutes / 60, minutes % 60);
    }

    /** What would change it; empty where nothing need. */
    public String advice(WorkerState state) {
        return switch (state) {
            case WorkerState.Ready ready -> "";
            case WorkerState.Working working -> "";
            case WorkerState.Paused paused -> phrases.say("advice.paused");
            case WorkerState.FinishingThenPausing finishing -> phrases.say("advice.paused");
            case WorkerState.FinishingThenQuitting finishing -> phrases.say("advice.paused");
            case WorkerState.Idle idle -> phrases.say("advice." + key(idle.reason()), idle.detail());
        };
    }

    /** What this computer does not tell, and what that means. */
    public String unknown(Readings.Kind kind) {
        return phrases.say("unknown." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Any other phrase of the bundle. */
    public String say(String key, Object... values) {
        return phrases.say(key, values);
    }

    private static String key(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
