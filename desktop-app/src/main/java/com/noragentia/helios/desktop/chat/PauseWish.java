/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.worker.policy.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a person may wish of this computer's worker in a menu. */
enum PauseWish {
    HALF_HOUR("half-hour"),
    HOUR("hour"),
    THREE_HOURS("three-hours"),
    TOMORROW("tomorrow"),
    FOR_GOOD("for-good"),
    FINISH("finish"),
    RESUME("resume");

    /** The pauses among them. */
    static final List<PauseWish> PAUSES = List.of(HALF_HOUR, HOUR, THREE_HOURS, TOMORROW, FOR_GOOD);

    private final String key;

    PauseWish(String key) {
        this.key = key;
    }

    /** {@code pause.<key>} in the words. */
    String key() {
        return key;
    }

    /** The wish as of now. */
    Wish wish(Clock clock) {
        return switch (this) {
            case HALF_HOUR -> Wish.Pause.of(Duration.ofMinutes(30), clock);
            case HOUR -> Wish.Pause.of(Duration.ofHours(1), clock);
            case THREE_HOURS -> Wish.Pause.of(Duration.ofHours(3), clock);
            case TOMORROW -> Wish.Pause.untilTomorrow(clock, clock.getZone());
            case FOR_GOOD -> new Wish.Pause(null);
            case FINISH -> new Wish.FinishThenPause();
            case RESUME -> new Wish.Contribute();
        };
    }
}
