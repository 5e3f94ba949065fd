/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.computer.Power;
import com.noragentia.helios.computer.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided for which readings, wishes and preferences. */
class PolicyTest {

    private static final long MEMORY = 8_000_000_000L;
    private static final long DISK = 80_000_000_000L;
    private static final Set<String> NONE = Set.of();
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Looks looks = new Looks(Preferences.USUAL);

    static Stream<Arguments> reasons() {
        Power battery = new Power(true, 80);
        return Stream.of(
                Arguments.of(Reason.TOO_HOT, "", Looks.rest(MEMORY, DISK, false, NONE, false, 90), "90"),
                Arguments.of(Reason.ON_BATTERY, "", Looks.power(battery), ""),
                Arguments.of(Reason.BATTERY_LOW, "on-battery=yes", Looks.power(new Power(true, 39)), "40"),
                Arguments.of(Reason.OUT_OF_HOURS, "hours=mon-sun 18-24", Looks.FREE, "18:00"),
                Arguments.of(Reason.METERED, "", Looks.rest(MEMORY, DISK, true, NONE, false, 45), ""),
                Arguments.of(
                        Reason.EXCLUSIVE_PROGRAM,
                        "programs=Blender, wine64-preloader",
                        Looks.rest(MEMORY, DISK, false, Set.of("wine64-preloade"), false, 45),
                        "wine64-preloader"),
                Arguments.of(Reason.FULL_SCREEN, "", Looks.rest(MEMORY, DISK, false, NONE, true, 45), ""),
                Arguments.of(Reason.IN_USE, "", Looks.idle(Duration.ofSeconds(179)), "3"),
                Arguments.of(Reason.OTHERS_BUSY, "", Looks.others(0.5), "50"),
                Arguments.of(Reason.MEMORY_LOW, "", Looks.rest(511_000_000, DISK, false, NONE, false, 45), "512"),
                Arguments.of(Reason.DISK_LOW, "", Looks.rest(MEMORY, 4_900_000_000L, false, NONE, false, 45), "5"));
    }

    private static Preferences preferences(String setting) {
        int equals = setting.indexOf('=');
        return equals < 0
                ? Preferences.USUAL
                : Preferences.USUAL.with(
                        Preference.ofKey(setting.substring(0, equals)).orElseThrow(), setting.substring(equals + 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void each_reason_stops_work_for_others_alone(Reason reason, String setting, Readings readings, String detail) {
        WorkerState state = new Looks(preferences(setting)).after(LONG, readings);

        assertThat(state).isEqualTo(new WorkerState.Idle(reason, detail, 0));
        assertThat(state.serves()).isEqualTo(Serves.OWN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void whoever_set_always_is_asked_nothing(Reason reason, String setting, Readings readings, String detail) {
        Preferences always = preferences(setting).with(Preference.WORK, "always");

        assertThat(new Looks(always).after(LONG, readings)).isEqualTo(new WorkerState.Ready());
        assertThat(new Looks(always).decide(readings, new Wish.Contribute(), 0).cores())
                .isOne();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void the_wish_of_the_person_goes_before_each_reason(Reason reason, String setting, Readings readings, String d) {
        Looks table = new Looks(preferences(setting));
        table.after(LONG, readings);
        Wish pause = new Wish.Pause(null);

        assertThat(table.decide(readings, pause, 2).state()).isEqualTo(new WorkerState.Paused(null));
    }

    @Test
    void every_reason_has_a_row() {
        assertThat(reasons().map(row -> row.get()[0])).containsExactly((Object[]) Reason.values());
    }

    @Test
    void of_several_reasons_the_weightiest_is_told_and_then_the_next() {
        Readings both = new Readings(
                Looks.idle(Duration.ZERO).idle(),
                Looks.power(new Power(true, 80)).power(),
                Looks.FREE.othersBusy(),
                Looks.FREE.freeMemoryBytes(),
                Looks.FREE.freeDiskBytes(),
                Looks.FREE.isMetered(),
                Looks.FREE.programs(),
                Looks.FREE.isFullScreen(),
                Looks.FREE.celsius());
        assertThat(looks.state(both)).isEqualTo(new WorkerState.Idle(Reason.ON_BATTERY, "", 0));

        assertThat(looks.after(LONG, Looks.idle(Duration.ZERO))).isEqualTo(new WorkerState.Idle(Reason.IN_USE, "3", 0));
        assertThat(looks.after(LONG, Looks.FREE)).isEqualTo(new WorkerState.Ready());
    }

    @Test
    void what_is_not_known_stops_nothing() {
        assertThat(looks.after(LONG, Readings.UNKNOWN)).isEqualTo(new WorkerState.Ready());
        assertThat(Readings.UNKNOWN.unknown()).containsExactlyInAnyOrder(Readings.Kind.values());
        assertThat(Looks.FREE.unknown()).isEmpty();
    }

    @Test
    void where_use_cannot_be_told_the_computer_counts_as_used() {
        assertThat(looks.decide(Readings.UNKNOWN, new Wish.Contribute(), 0).cores())
                .isEqualTo(0.5);
        assertThat(looks.decide(Looks.FREE, new Wish.Contribute(), 0).cores()).isOne();
    }

    @Test
    void who_allows_work_beside_himself_gets_it_with_half_of_the_processors() {
        Looks beside = new Looks(Preferences.USUAL.with(Preference.ONLY_WHEN_IDLE, "no"));
        Policy.Decision decision = beside.decide(Looks.idle(Duration.ZERO), new Wish.Contribute(), 3);

        assertThat(decision.state()).isEqualTo(new WorkerState.Working(3));
        assertThat(decision.cores()).isEqualTo(0.5);
        assertThat(beside.after(LONG, Looks.others(0.26)))
                .as("away, others may have up to 50 %")
                .isEqualTo(new WorkerState.Ready());
    }

    @Test
    void a_person_who_comes_back_is_seen_at_once_and_one_who_left_after_three_minutes() {
        assertThat(looks.state(Looks.FREE)).isEqualTo(new WorkerState.Ready());
        assertThat(looks.state(Looks.idle(Duration.ZERO))).isInstanceOf(WorkerState.Idle.class);
        assertThat(looks.after(LONG, Looks.idle(Duration.ofSeconds(179)))).isInstanceOf(WorkerState.Idle.class);
        assertThat(looks.after(Duration.ofSeconds(6), Looks.idle(Duration.ofSeconds(185))))
                .isEqualTo(new WorkerState.Ready());
    }

    @Test
    void others_must_be_busy_for_ten_seconds_and_rest_for_sixty() {
        assertThat(looks.after(Duration.ofSeconds(9), Looks.others(0.9))).isEqualTo(new WorkerState.Ready());
        assertThat(looks.after(Duration.ofSeconds(2), Looks.others(0.9))).isInstanceOf(WorkerState.Idle.class);
        assertThat(looks.after(Duration.ofSeconds(59), Looks.others(0.1))).isInstanceOf(WorkerState.Idle.class);
        assertThat(looks.after(LONG, Looks.others(0.45)))
                .as("between the thresholds all stays as it is")
                .isInstanceOf(WorkerState.Idle.class);
        assertThat(looks.after(Duration.ofSeconds(61), Looks.others(0.1))).isEqualTo(new WorkerState.Ready());
    }

    @Test
    void a_pause_ends_when_its_time_is_over() {
        Instant until = looks.instant().plusSeconds(60);
        assertThat(looks.decide(Looks.FREE, new Wish.Pause(until), 0).state()).isEqualTo(new WorkerState.Paused(until));
        looks.pass(Duration.ofSeconds(60));
        assertThat(looks.decide(Looks.FREE, new Wish.Pause(until), 0).state()).isEqualTo(new WorkerState.Ready());
    }

    @Test
    void what_is_begun_is_finished_before_it_pauses_or_ends() {
        assertThat(looks.decide(Looks.FREE, new Wish.FinishThenPause(), 2).state())
                .isEqualTo(new WorkerState.FinishingThenPausing(2));
        assertThat(looks.decide(Looks.FREE, new Wish.FinishThenPause(), 0).state())
                .isEqualTo(new WorkerState.Paused(null));
        assertThat(looks.decide(Looks.FREE, new Wish.FinishThenQuit(), 1).state())
                .isEqualTo(new WorkerState.FinishingThenQuitting(1));
        assertThat(Stream.of(
                        new WorkerState.FinishingThenPausing(2),
                        new WorkerState.FinishingThenQuitting(0),
                        new WorkerState.Paused(null)))
                .extracting(WorkerState::serves)
                .containsOnly(Serves.NOBODY);
    }

    @Test
    void a_clock_that_was_set_back_neither_stops_nor_starts_anything() {
        looks.after(LONG, Looks.others(0.9));
        looks.pass(Duration.ofHours(-5));
        assertThat(looks.state(Looks.others(0.1))).isInstanceOf(WorkerState.Idle.class);
        assertThat(looks.after(Duration.ofSeconds(61), Looks.others(0.1))).isEqualTo(new WorkerState.Ready());
    }

    @Test
    void tomorrow_begins_at_six_where_the_owner_lives() {
        assertThat(Wish.Pause.untilTomorrow(looks, looks.getZone()).until())
                .isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
    }
}
