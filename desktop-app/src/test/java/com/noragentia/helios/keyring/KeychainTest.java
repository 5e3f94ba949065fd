/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program of macOS is not at hand; a script that takes the same lines stands in for it. */
@EnabledOnOs(OS.LINUX)
final class KeychainTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Patience PATIENCE = new Patience(LONG, LONG, LONG);
    private static final Map<String, String> PLACES = Map.of("PATH", "/usr/bin:/bin");

    /** Keeps each entry in a file named by what follows {@code -a}. */
    private static final String HONEST = """
            if [ "$1" = -i ]; then
              read -r line
              set -- $line
            fi
            command=$1
            while [ $# -gt 0 ]; do
              case $1 in
                -a) entry=$2; shift ;;
                -w) secret=${2:-} ;;
              esac
              shift
            done
            case $command in
              add-generic-password) printf %s "$secret" >"kept-$entry" ;;
              find-generic-password) [ -f "kept-$entry" ] && cat "kept-$entry" && echo ;;
              delete-generic-password) rm "kept-$entry" ;;
            esac
            """;

    @TempDir
    private Path folder;

    private Keyring keychain(String script) throws Exception {
        return keychain(script, PATIENCE);
    }

    private Keyring keychain(String script, Patience patience) throws Exception {
        return new ToolKeyring(new Keychain(StandIn.program(folder, "security", script), PLACES), patience);
    }

    @Test
    void what_is_kept_is_found_until_it_is_forgotten_and_is_never_an_argument() throws Exception {
        Keyring keychain = keychain(HONEST);

        assertThat(keychain.find("abc")).isEmpty();
        assertThat(keychain.keep("abc", "a.secret-1_2")).isTrue();
        assertThat(keychain.find("abc")).contains("a.secret-1_2");
        assertThat(keychain.find("abd")).isEmpty();
        assertThat(Files.readString(folder.resolve("arguments")))
                .contains("abc")
                .doesNotContain("a.secret");

        keychain.forget("abc");
        assertThat(keychain.find("abc")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\ndelete-keychain", "a\"b", "", "$(id)"})
    void what_would_be_more_than_one_word_is_not_sent(String secret) throws Exception {
        assertThat(keychain(HONEST).keep("abc", secret)).isFalse();
        assertThat(folder.resolve("arguments")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "cat >/dev/null", "cat >/dev/null; echo another", "exec head -c 20000 /dev/zero"})
    void a_keychain_that_is_locked_or_forgetful_keeps_nothing(String script) throws Exception {
        assertThat(keychain(script).keep("abc", "a.secret")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 44", "echo another; exit 0"})
    void what_was_taken_and_is_not_given_back_does_not_stay_there(String answer) throws Exception {
        String script =
                "[ \"$1\" = find-generic-password ] && [ -f kept-abc ] && { cp kept-abc taken; " + answer + "; }\n";

        assertThat(keychain(script + HONEST).keep("abc", "a.secret")).isFalse();

        assertThat(folder.resolve("taken")).hasContent("a.secret");
        assertThat(folder.resolve("kept-abc")).doesNotExist();
    }

    @Test
    void what_was_taken_too_slowly_does_not_stay_there() throws Exception {
        String script = "[ \"$1\" = find-generic-password ] && exec tail -f /dev/null\n";
        Patience little = new Patience(Duration.ofSeconds(2), LONG, LONG);

        assertThat(keychain(script + HONEST, little).keep("abc", "a.secret")).isFalse();

        assertThat(folder.resolve("kept-abc")).doesNotExist();
        assertThat(folder.resolve("arguments")).content().contains("delete-generic-password");
    }

    @Test
    void without_the_program_there_is_no_keychain() throws Exception {
        assertThat(Keychain.present(folder.resolve("security"), PLACES)).isEmpty();
        assertThat(Keychain.present(StandIn.program(folder, "security", HONEST), PLACES)
                        .map(Keyring::name))
                .contains("keychain");
    }
}
