/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Linux desktop says, by a program in the place of gdbus. */
class DesktopSessionTest {

    private static final Map<String, String> DESKTOP = Map.of("DISPLAY", ":0", "PATH", "/usr/bin:/bin");

    private static final DesktopSession.Screen SCREEN = new DesktopSession.Screen() {
        @Override
        public Optional<Duration> idle() {
            return Optional.of(Duration.ofSeconds(9));
        }

        @Override
        public Optional<Boolean> isFullScreen() {
            return Optional.of(true);
        }
    };

    @TempDir
    private Path folder;

    private Optional<Path> saying(String script) throws IOException {
        Path tool = folder.resolve("gdbus");
        Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        return Optional.of(tool);
    }

    @Test
    void mutter_is_asked_first() throws IOException {
        DesktopSession session = new DesktopSession(
                saying("case \"$*\" in *--session*Mutter*GetIdletime) echo '(uint64 61234,)';; *) exit 1;; esac"),
                DESKTOP,
                Optional.of(SCREEN));

        assertThat(session.idle()).contains(Duration.ofMillis(61_234));
        assertThat(session.isFullScreen()).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"exit 1", "echo nonsense", "echo '(uint64 99999999999999999999,)'", "sleep 5", "yes"})
    void where_mutter_says_nothing_sensible_in_time_the_screen_is_asked(String script) throws IOException {
        DesktopSession session = new DesktopSession(saying(script), DESKTOP, Optional.of(SCREEN));

        assertThat(session.idle()).contains(Duration.ofSeconds(9));
        assertThat(new DesktopSession(saying(script), DESKTOP, Optional.empty()).idle())
                .isEmpty();
    }

    @Test
    void without_a_desktop_nobody_is_asked() throws IOException {
        DesktopSession session =
                new DesktopSession(saying("echo '(uint64 5,)'"), Map.of("PATH", "/usr/bin:/bin"), Optional.empty());

        assertThat(session.idle()).isEmpty();
        assertThat(session.isFullScreen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,false", "3,true", "4,false", "0,", "7,"})
    void network_manager_says_whether_the_network_is_metered(int said, Boolean metered) throws IOException {
        DesktopSession session =
                new DesktopSession(saying("echo '(<uint32 " + said + ">,)'"), DESKTOP, Optional.empty());

        assertThat(session.isMetered()).isEqualTo(Optional.ofNullable(metered));
    }

    @Test
    void under_wayland_the_x_server_is_not_asked_as_it_hears_only_part_of_the_input() {
        Map<String, String> wayland = Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0", "PATH", "");

        assertThat(DesktopSession.of(wayland).idle()).isEmpty();
        assertThat(DesktopSession.of(wayland).isFullScreen()).isEmpty();
    }
}
