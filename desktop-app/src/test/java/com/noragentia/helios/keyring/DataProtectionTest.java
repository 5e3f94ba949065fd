/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PowerShell is not at hand; a script that seals by turning letters round stands in for it. */
@EnabledOnOs(OS.LINUX)
final class DataProtectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> PLACES = Map.of("PATH", "/usr/bin:/bin");
    private static final String HONEST = """
            case "$*" in
              *"::Protect("*) printf 'sealed:'; tr 'a-z' 'n-za-m' ;;
              *"::Unprotect("*) read -r all; case $all in sealed:*) printf %s "${all#sealed:}" | tr 'a-z' 'n-za-m' ;; *) exit 1 ;; esac ;;
            esac
            """;

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void prepare() throws Exception {
        folder = Files.createDirectories(temporary.resolve("data"));
    }

    private Keyring protection(String script) throws Exception {
        return new ToolKeyring(
                new DataProtection(StandIn.program(temporary, "powershell", script), folder, PLACES),
                new Patience(PATIENCE, PATIENCE, PATIENCE));
    }

    @Test
    void what_is_kept_rests_sealed_and_is_never_an_argument() throws Exception {
        Keyring protection = protection(HONEST);

        assertThat(protection.find("abc")).isEmpty();
        assertThat(protection.keep("abc", "a.secret")).isTrue();
        assertThat(protection.find("abc")).contains("a.secret");
        assertThat(folder.resolve("sealed-abc.txt"))
                .content()
                .startsWith("sealed:")
                .doesNotContain("a.secret");
        assertThat(Files.readString(temporary.resolve("arguments"))).doesNotContain("a.secret");

        protection.forget("abc");
        assertThat(protection.find("abc")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "exit 0", "cat", "cat >/dev/null; echo x", "exec head -c 20000 /dev/zero"})
    void a_protection_that_does_not_seal_or_not_open_keeps_nothing(String script) throws Exception {
        assertThat(protection(script).keep("abc", "a.secret")).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_sealed_file_that_was_changed_or_grew_gives_nothing() throws Exception {
        Keyring protection = protection(HONEST);
        protection.keep("abc", "a.secret");

        Files.writeString(folder.resolve("sealed-abc.txt"), "other");
        assertThat(protection.find("abc")).isEmpty();
        Files.writeString(folder.resolve("sealed-abc.txt"), "sealed:" + "a".repeat(100_000));
        assertThat(protection.find("abc")).isEmpty();
    }

    @Test
    void an_entry_leads_nowhere_else() throws Exception {
        Keyring protection = protection(HONEST);

        assertThat(protection.keep("../abc", "a.secret")).isFalse();
        assertThat(protection.find("../abc")).isEmpty();
        assertThat(temporary.resolve("arguments")).doesNotExist();
    }

    @Test
    void without_powershell_in_its_place_there_is_none() throws Exception {
        Map<String, String> windows = new HashMap<>(PLACES);
        assertThat(DataProtection.present(windows, folder)).isEmpty();
        windows.put("SystemRoot", temporary.toString());
        assertThat(DataProtection.present(windows, folder)).isEmpty();

        Path place = Files.createDirectories(temporary.resolve("System32/WindowsPowerShell/v1.0"));
        var unused = StandIn.program(place, "powershell.exe", HONEST);
        assertThat(DataProtection.present(windows, folder).map(Keyring::name)).contains("data-protection");
    }
}
