/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void each_system_has_its_place_for_data() {
        assertThat(UsualFolder.of(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".local/share/helios/orchestrator"));
        assertThat(UsualFolder.of(Map.of("XDG_DATA_HOME", "/xdg"), "Linux", HOME))
                .isEqualTo(Path.of("/xdg/helios/orchestrator"));
        assertThat(UsualFolder.of(Map.of("XDG_DATA_HOME", "relative"), "Linux", HOME))
                .isEqualTo(HOME.resolve(".local/share/helios/orchestrator"));
        assertThat(UsualFolder.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
                .isEqualTo(Path.of("/local/Helios/orchestrator"));
        assertThat(UsualFolder.of(Map.of(), "Mac OS X", HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/Helios/orchestrator"));
    }

    /** Otherwise the server would keep one ledger, and {@code helios ledger verify} look for another. */
    @Test
    void it_moves_with_the_folder_of_the_desktop_program() {
        assertThat(UsualFolder.of(Map.of("HELIOS_DATA", "/d", "XDG_DATA_HOME", "/xdg"), "Linux", HOME))
                .isEqualTo(Path.of("/d/orchestrator"));
        assertThat(UsualFolder.of(Map.of("HELIOS_DATA", " "), "Mac OS X", HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/Helios/orchestrator"));
    }
}
