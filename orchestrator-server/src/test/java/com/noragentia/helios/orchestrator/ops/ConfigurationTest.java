/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.edge.AddressRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_is_not_set_has_a_preset() throws ConfigurationMistake {
        Configuration configuration = new ConfigurationSources()
                .flag(Setting.DATA, Optional.of("/srv/helios"))
                .check();
        assertThat(configuration)
                .isEqualTo(new Configuration(
                        Path.of("/srv/helios"), "127.0.0.1", 8437, "INFO", Optional.empty(), List.of(), true));
    }

    @Test
    void flags_win_over_the_environment_and_the_environment_over_the_file() throws Exception {
        Path file = write("data=/from/file\nhost=file.example\nport=1\n");
        Configuration configuration = new ConfigurationSources()
                .file(file)
                .environment(Map.of("HELIOS_HOST", "environment.example", "HELIOS_PORT", "2"))
                .flag(Setting.PORT, Optional.of("3"))
                .check();
        assertThat(configuration.data()).isEqualTo(Path.of("/from/file"));
        assertThat(configuration.host()).isEqualTo("environment.example");
        assertThat(configuration.port()).isEqualTo(3);
    }

    @Test
    void a_mistyped_key_is_a_mistake_that_says_what_there_is() throws IOException {
        Path file = write("prot=1\n");
        assertThatThrownBy(() -> new ConfigurationSources().file(file))
                .isInstanceOf(ConfigurationMistake.class)
                .hasMessageContaining("'prot'")
                .hasMessageContaining("data, host, port, log-level, link-secret, trusted-proxies, rate-limits, "
                        + "enrolment, tls-certificate, tls-key");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, -1",
        "PORT, 65536",
        "PORT, eighty",
        "HOST, a b",
        "LOG_LEVEL, LOUD",
        "LINK_SECRET, short",
        "DATA, ''",
        "TRUSTED_PROXIES, proxy.example",
        "TRUSTED_PROXIES, 10.0.0.0/33",
        "TRUSTED_PROXIES, '10.0.0.7, ::1/129'",
        "TRUSTED_PROXIES, 10.0.0.0/",
        "RATE_LIMITS, maybe"
    })
    void a_value_that_cannot_be_used_is_named(Setting setting, String value) {
        ConfigurationSources sources =
                new ConfigurationSources().flag(Setting.DATA, Optional.of("/d")).flag(setting, Optional.of(value));
        assertThatThrownBy(sources::check)
                .isInstanceOf(ConfigurationMistake.class)
                .hasMessageContaining("'" + setting.key() + "'")
                .hasMessageContaining(setting.variable());
    }

    @Test
    void the_folder_of_the_desktop_program_is_not_that_of_the_orchestrator() throws ConfigurationMistake {
        Configuration configuration = new ConfigurationSources()
                .usualData(Path.of("/usual"))
                .environment(Map.of("HELIOS_DATA", "/desktop"))
                .check();
        assertThat(configuration.data()).isEqualTo(Path.of("/usual"));
    }

    @Test
    void trusted_proxies_are_addresses_and_ranges() throws ConfigurationMistake {
        Configuration configuration = new ConfigurationSources()
                .environment(Map.of(
                        "HELIOS_ORCHESTRATOR_DATA", "/d",
                        "HELIOS_TRUSTED_PROXIES", "10.0.0.7, 192.168.0.0/16 2001:db8::/32",
                        "HELIOS_RATE_LIMITS", "off"))
                .check();
        assertThat(configuration.trustedProxies())
                .extracting(AddressRange::toString)
                .containsExactly("10.0.0.7/32", "192.168.0.0/16", "2001:db8:0:0:0:0:0:0/32");
        assertThat(configuration.rateLimits()).isFalse();
    }

    @Test
    void secrets_are_hidden_where_settings_are_shown() throws ConfigurationMistake {
        Configuration configuration = new ConfigurationSources()
                .environment(Map.of("HELIOS_ORCHESTRATOR_DATA", "/d", "HELIOS_LINK_SECRET", SECRET))
                .check();
        assertThat(configuration.linkSecret()).contains(SECRET);
        assertThat(configuration.toString()).doesNotContain(SECRET).contains("link-secret=(hidden)");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("helios.properties"), text);
    }
}
