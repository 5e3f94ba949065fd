/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

    private static final Path HOME = Path.of("/home/ana");

    @Test
    void the_command_line_wins_over_the_variable_and_the_variable_over_the_usual_place() {
        Map<String, String> environment = Map.of("HELIOS_DATA", "/var/h", "XDG_DATA_HOME", "/xdg");

        assertThat(locate(Optional.of(Path.of("/opt/data")), environment, OperatingSystem.LINUX))
                .isEqualTo(Path.of("/opt/data"));
        assertThat(locate(Optional.empty(), environment, OperatingSystem.LINUX)).isEqualTo(Path.of("/var/h"));
    }

    @Test
    void each_operating_system_has_its_usual_place() {
        assertThat(locate(Optional.empty(), Map.of("XDG_DATA_HOME", "/xdg"), OperatingSystem.LINUX))
                .isEqualTo(Path.of("/xdg/helios"));
        assertThat(locate(Optional.empty(), Map.of("XDG_DATA_HOME", "relative"), OperatingSystem.LINUX))
                .isEqualTo(HOME.resolve(".local/share/helios"));
        assertThat(locate(Optional.empty(), Map.of("LOCALAPPDATA", "/appdata"), OperatingSystem.WINDOWS))
                .isEqualTo(Path.of("/appdata/Helios"));
        assertThat(locate(Optional.empty(), Map.of(), OperatingSystem.MAC))
                .isEqualTo(HOME.resolve("Library/Application Support/Helios"));
    }

    private static Path locate(Optional<Path> option, Map<String, String> environment, OperatingSystem system) {
        return DataFolder.locate(option, environment, system, HOME).root();
    }

    @Test
    void nobody_else_may_look_inside(@TempDir Path temporary) throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("helios")).create();

        for (Path room :
                new Path[] {folder.root(), folder.orchestrator(), folder.models(), folder.logs(), folder.tmp()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(room)))
                    .isEqualTo("rwx------");
        }
    }
}
