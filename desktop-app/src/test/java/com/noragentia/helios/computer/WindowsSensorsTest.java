/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Windows says is understood; the calls themselves run on Windows only. */
class WindowsSensorsTest {

    private static WindowsSensors saying(
            Optional<Integer> idle, Optional<WindowsCalls.PowerStatus> power, OptionalInt state) {
        WindowsCalls calls = new WindowsCalls() {
            @Override
            public Optional<Integer> idleMillis() {
                return idle;
            }

            @Override
            public Optional<PowerStatus> power() {
                return power;
            }

            @Override
            public OptionalInt notificationState() {
                return state;
            }
        };
        return new WindowsSensors(calls, new JavaProcesses(new Family(Set.of(1L))));
    }

    @Test
    void where_no_call_works_nothing_is_known() {
        WindowsSensors sensors = new WindowsSensors(WindowsCalls.NOTHING, new JavaProcesses(new Family(Set.of())));

        assertThat(sensors.idle()).isEmpty();
        assertThat(sensors.power()).isEmpty();
        assertThat(sensors.isFullScreen()).isEmpty();
        assertThat(sensors.isMetered()).isEmpty();
        assertThat(sensors.celsius()).isEmpty();
    }

    @Test
    void idle_time_is_counted_without_sign_over_the_wrap_of_the_counter() {
        assertThat(saying(Optional.of(5_000), Optional.empty(), OptionalInt.empty())
                        .idle())
                .contains(Duration.ofSeconds(5));
        assertThat(saying(Optional.of(-1), Optional.empty(), OptionalInt.empty())
                        .idle())
                .contains(Duration.ofMillis(4_294_967_295L));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 50, true, 50",
        "1, 8, 50, false, 50",
        "1, 128, 255, false, 100",
        "255, 128, 255, false, 100",
        "0, 0, 255, true, 100"
    })
    void power_is_read(int line, int flags, int percent, boolean onBattery, int full) {
        WindowsCalls.PowerStatus status = new WindowsCalls.PowerStatus(line, flags, percent);

        assertThat(saying(Optional.empty(), Optional.of(status), OptionalInt.empty())
                        .power())
                .contains(new Power(onBattery, full));
    }

    @Test
    void power_that_windows_does_not_know_is_unknown() {
        WindowsCalls.PowerStatus status = new WindowsCalls.PowerStatus(255, 255, 255);

        assertThat(saying(Optional.empty(), Optional.of(status), OptionalInt.empty())
                        .power())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,true", "3,true", "4,true", "5,false", "6,false", "7,false"})
    void full_screen_is_what_forbids_notifications(int state, boolean full) {
        assertThat(saying(Optional.empty(), Optional.empty(), OptionalInt.of(state))
                        .isFullScreen())
                .contains(full);
    }

    @Test
    void a_program_s_name_is_its_file_without_folder_and_ending() {
        assertThat(JavaProcesses.name("C:\\Program Files\\OBS\\obs64.EXE")).isEqualTo("obs64");
        assertThat(JavaProcesses.name("/usr/bin/kodi")).isEqualTo("kodi");
        assertThat(JavaProcesses.name("")).isEmpty();
    }
}
