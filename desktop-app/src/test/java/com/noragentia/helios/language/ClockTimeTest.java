/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClockTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0:00",
        "999, 0:00",
        "7000, 0:07",
        "59999, 0:59",
        "60000, 1:00",
        "754321, 12:34",
        "3599999, 59:59",
        "3723000, 1:02:03",
        "-5, 0:00"
    })
    void a_place_in_a_recording_is_written_as_people_do(long millis, String text) {
        assertThat(ClockTime.of(millis)).isEqualTo(text);
    }
}
