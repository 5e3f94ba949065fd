/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The computer that runs the tests, asked in earnest: what it tells makes sense. */
class ThisComputerTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_this_computer_tells_makes_sense() {
        Computer computer = Computer.ofThisProcess(folder, false, Map.of());
        computer.look(Instant.now());

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            Readings readings = computer.look(Instant.now());
            assertThat(readings.othersBusy().orElseThrow()).isBetween(0.0, 1.0);
            assertThat(readings.freeMemoryBytes().orElseThrow()).isPositive();
            assertThat(readings.freeDiskBytes().orElseThrow()).isPositive();
            assertThat(readings.programs().orElseThrow()).contains("java");
            assertThat(readings.idle()).as("no desktop in this environment").isEmpty();
        });
    }

    @Test
    void java_alone_tells_what_runs_and_how_busy_others_are() {
        JavaProcesses processes =
                new JavaProcesses(new Family(Set.of(ProcessHandle.current().pid())));
        processes.look();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Sensors.Processes now = processes.look();
            assertThat(now.names().orElseThrow()).contains("java");
            assertThat(now.othersBusy().orElseThrow()).isBetween(0.0, 1.0);
        });
    }

    /** What a look costs, as it happens each second for as long as Helios runs. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_look_costs_little() {
        Computer computer = Computer.ofThisProcess(folder, false, Map.of());
        Instant now = Instant.now();
        for (int warm = 0; warm < 200; warm++) {
            computer.look(now);
        }
        long before = System.nanoTime();
        for (int look = 0; look < 100; look++) {
            computer.look(now.plusSeconds(look));
        }
        double millis = (System.nanoTime() - before) / 1e8;
        System.out.printf("a look at this computer: %.2f ms%n", millis);
        assertThat(millis).isLessThan(100);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_screen_that_is_not_there_is_no_harm() {
        XScreen nowhere = new XScreen(":4711");

        assertThat(nowhere.idle()).isEmpty();
        assertThat(nowhere.isFullScreen()).isEmpty();
    }

    /** Under a display server only, such as {@code xvfb-run}. */
    @Test
    void a_screen_that_is_there_tells_since_when_nobody_touched_it() {
        assumeTrue(System.getenv("DISPLAY") != null);
        XScreen screen = new XScreen(System.getenv("DISPLAY"));

        Duration first = screen.idle().orElseThrow();
        System.out.printf("nobody has touched this screen for %s; full screen: %s%n", first, screen.isFullScreen());
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        screen.idle().filter(idle -> idle.compareTo(first) > 0).isPresent());
    }
}
