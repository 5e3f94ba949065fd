/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a command line that have limits. */
final class NumberRangeTest extends AccountFixture {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "367", "99999999999", "x", "1.5", ""})
    void days_out_of_range_are_told_their_limits_before_anything_is_asked(String days) {
        CommandRun english = computer.run("token", "create", "x", "--days=" + days, "--language", "en");
        CommandRun spanish = computer.run("token", "create", "x", "--days=" + days, "--language", "es", "--json");

        assertThat(english.exitCode()).isEqualTo(2);
        assertThat(english.err()).contains("--days takes a whole number from 1 to 366", "helios token create --help");
        assertThat(spanish.err()).contains("--days admite un número entero de 1 a 366");
        assertThat(spanish.out()).contains("\"code\":\"request-invalid\"", "de 1 a 366");
        assertThat(network.requests("/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-5", "http"})
    void a_port_that_is_none_is_told_which_there_are(String port) {
        CommandRun run = computer.run("up", "--no-window", "--port=" + port, "--language", "en");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--port takes a whole number from 1 to 65535");
    }

    @ParameterizedTest
    @CsvSource({"1", "366", "' 30 '"})
    void what_is_in_range_is_taken(String days) {
        assertThat(computer.run("token", "create", "x", "--days=" + days).exitCode())
                .isZero();
    }
}
