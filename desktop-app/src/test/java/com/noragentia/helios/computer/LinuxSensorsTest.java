/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Linux tells, from folders made like its own. */
class LinuxSensorsTest {

    @TempDir
    private Path root;

    private LinuxSensors sensors(Long... roots) {
        return new LinuxSensors(
                root.resolve("proc"),
                root.resolve("sys"),
                new Family(Set.of(roots)),
                new DesktopSession(Optional.empty(), Map.of(), Optional.empty()));
    }

    private void file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void supply(String name, String type, String... words) throws IOException {
        file("sys/class/power_supply/" + name + "/type", type + "\n");
        for (int i = 0; i < words.length; i += 2) {
            file("sys/class/power_supply/" + name + "/" + words[i], words[i + 1] + "\n");
        }
    }

    /** A process with a parent and ticks of its own and of children that have ended. */
    private void process(int number, String name, int parent, int user, int ended) throws IOException {
        file(
                "proc/" + number + "/stat",
                number + " (" + name + ") S " + parent + " 1 1 0 -1 0 0 0 0 0 " + user + " 0 " + ended + " 0 20 0\n");
    }

    private void computer(long user, long idle) throws IOException {
        file("proc/stat", "cpu  " + user + " 0 0 " + idle + " 0 0 0 0 0 0\ncpu0 1 1 1 1\ncpu1 1 1 1 1\n");
    }

    @Test
    void what_is_not_there_is_not_known() {
        LinuxSensors sensors = sensors(1L);

        assertThat(sensors.power()).isEmpty();
        assertThat(sensors.freeMemoryBytes()).isEmpty();
        assertThat(sensors.celsius()).isEmpty();
        assertThat(sensors.idle()).isEmpty();
        assertThat(sensors.isMetered()).isEmpty();
        assertThat(sensors.isFullScreen()).isEmpty();
        assertThat(sensors.processes()).isEqualTo(Sensors.Processes.UNKNOWN);
    }

    @Test
    void a_computer_without_batteries_is_on_mains() throws IOException {
        Files.createDirectories(root.resolve("sys/class/power_supply"));

        assertThat(sensors(1L).power()).contains(Power.MAINS);
    }

    @Test
    void a_battery_that_empties_counts_and_that_of_a_mouse_does_not() throws IOException {
        supply("hidpp_battery_0", "Battery", "scope", "Device", "status", "Discharging", "capacity", "3");
        assertThat(sensors(1L).power()).contains(Power.MAINS);

        supply("BAT0", "Battery", "status", "Discharging", "capacity", "61");
        supply("AC", "Mains", "online", "0");
        assertThat(sensors(1L).power()).contains(new Power(true, 61));

        supply("AC", "Mains", "online", "1");
        assertThat(sensors(1L).power()).contains(new Power(false, 61));

        supply("BAT0", "Battery", "status", "\u0000nonsense", "capacity", "9999999999999999999999");
        assertThat(sensors(1L).power()).contains(new Power(false, 100));
    }

    @Test
    void memory_is_what_could_be_had() throws IOException {
        file("proc/meminfo", "MemTotal:       24684252 kB\nMemFree: 12 kB\nMemAvailable:    2000 kB\n");
        assertThat(sensors(1L).freeMemoryBytes()).isEqualTo(OptionalLong.of(2_048_000));

        file("proc/meminfo", "MemAvailable: lots\n");
        assertThat(sensors(1L).freeMemoryBytes()).isEmpty();
    }

    @Test
    void heat_is_that_of_the_processor_and_broken_sensors_are_passed_over() throws IOException {
        file("sys/class/thermal/thermal_zone0/type", "acpitz\n");
        file("sys/class/thermal/thermal_zone0/temp", "99000\n");
        assertThat(sensors(1L).celsius()).isEmpty();

        file("sys/class/thermal/thermal_zone1/type", "x86_pkg_temp\n");
        file("sys/class/thermal/thermal_zone1/temp", "61500\n");
        file("sys/class/thermal/thermal_zone2/type", "cpu-thermal\n");
        file("sys/class/thermal/thermal_zone2/temp", "255000\n");
        file("sys/class/thermal/thermal_zone3/type", "cpu-thermal\n");
        file("sys/class/thermal/thermal_zone3/temp", "hot\n");
        assertThat(sensors(1L).celsius()).isEqualTo(OptionalDouble.of(61.5));
    }

    @Test
    void the_processors_time_of_the_own_family_is_not_that_of_others() throws IOException {
        LinuxSensors sensors = sensors(10L);
        computer(1_000, 1_000);
        process(10, "java", 1, 100, 0);
        process(11, "java (x) y", 10, 50, 0);
        process(20, "Game ) 9 9 9", 1, 500, 0);
        assertThat(sensors.processes().othersBusy()).isEmpty();

        computer(1_300, 1_100);
        process(10, "java", 1, 150, 0);
        process(11, "java (x) y", 10, 150, 0);
        process(20, "Game ) 9 9 9", 1, 650, 0);
        Sensors.Processes now = sensors.processes();

        assertThat(now.othersBusy().orElseThrow()).isCloseTo(150.0 / 400, within(0.001));
        assertThat(now.names().orElseThrow()).containsExactlyInAnyOrder("java", "java (x) y", "game ) 9 9 9");
    }

    @Test
    void children_that_have_ended_are_still_of_the_family() throws IOException {
        LinuxSensors sensors = sensors(10L);
        computer(1_000, 1_000);
        process(10, "java", 1, 100, 0);
        sensors.processes();
        computer(1_100, 1_000);
        process(10, "java", 1, 100, 100);

        assertThat(sensors.processes().othersBusy().orElseThrow()).isZero();
    }

    @Test
    void damaged_lines_and_rings_of_parents_do_no_harm() throws IOException {
        LinuxSensors sensors = sensors(10L);
        computer(1_000, 1_000);
        process(30, "a", 31, 1, 0);
        process(31, "b", 30, 1, 0);
        file("proc/32/stat", "32 (broken");
        file("proc/33/stat", "");
        assertThat(sensors.processes().names().orElseThrow()).containsExactlyInAnyOrder("a", "b");

        file("proc/stat", "cpu x y z\n");
        assertThat(sensors.processes()).isEqualTo(Sensors.Processes.UNKNOWN);
        computer(2_000, 2_000);
        assertThat(sensors.processes().othersBusy())
                .as("nothing to compare with")
                .isEmpty();
    }
}
