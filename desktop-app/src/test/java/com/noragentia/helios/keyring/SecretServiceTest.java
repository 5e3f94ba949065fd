/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program is a matter of the desktop; these stand in for it in its own place, as processes. */
@EnabledOnOs(OS.LINUX)
final class SecretServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(300);

    private static final Map<String, String> PLACES = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    private Path folder;

    @Test
    void what_is_kept_is_found_until_it_is_forgotten() throws Exception {
        Keyring keyring = keyring(honest(), PATIENCE);

        assertThat(keyring.find("abc")).isEmpty();
        assertThat(keyring.keep("abc", "a.secret")).isTrue();
        assertThat(keyring.find("abc")).contains("a.secret");
        assertThat(keyring.find("abd")).isEmpty();

        keyring.forget("abc");
        assertThat(keyring.find("abc")).isEmpty();
    }

    @Test
    void no_secret_is_an_argument_that_other_users_could_see() throws Exception {
        keyring(honest(), PATIENCE).keep("abc", "a.secret");

        assertThat(Files.readString(folder.resolve("arguments")))
                .contains("abc")
                .doesNotContain("a.secret");
    }

    @Test
    void a_keyring_that_waits_for_its_password_holds_nobody_up() throws Exception {
        Keyring keyring = keyring("exec tail -f /dev/null", LITTLE_PATIENCE);
        long begun = System.nanoTime();

        assertThat(keyring.keep("abc", "a.secret")).isFalse();
        assertThat(keyring.find("abc")).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_keyring_that_takes_a_secret_and_hangs_when_asked_for_it_holds_nobody_up() throws Exception {
        String script = "[ \"$1\" = store ] && exec cat >kept\nexec tail -f /dev/null";
        Path tool = program("tool", "cd \"$(dirname \"$0\")\"\n" + script);
        Keyring keyring = new ToolKeyring(
                new SecretService(tool, PLACES),
                new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30), LITTLE_PATIENCE));
        long begun = System.nanoTime();

        assertThat(keyring.keep("abc", "a.secret")).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(folder.resolve("kept")).hasContent("a.secret");
    }

    @Test
    void a_keyring_that_does_not_give_back_what_it_took_keeps_nothing() throws Exception {
        assertThat(keyring("cat >/dev/null", PATIENCE).keep("abc", "a.secret")).isFalse();
        assertThat(keyring("cat >/dev/null; echo another", PATIENCE).keep("abc", "a.secret"))
                .isFalse();
    }

    @Test
    void what_was_taken_and_is_not_given_back_does_not_stay_there() throws Exception {
        String forgetful =
                "[ \"$1\" = lookup ] && { cp \"$(dirname \"$0\")/kept-abc\" \"$(dirname \"$0\")/taken\"; exit 1; }\n";

        assertThat(keyring(forgetful + honest(), PATIENCE).keep("abc", "a.secret"))
                .isFalse();

        assertThat(folder.resolve("taken")).hasContent("a.secret");
        assertThat(folder.resolve("kept-abc")).doesNotExist();
    }

    @Test
    void a_locked_keyring_and_one_that_talks_without_end_give_nothing() throws Exception {
        assertThat(keyring("echo locked >&2; exit 1", PATIENCE).find("abc")).isEmpty();
        assertThat(keyring("exec yes", LITTLE_PATIENCE).find("abc")).isEmpty();
        assertThat(keyring("head -c 20000 /dev/zero", PATIENCE).find("abc")).isEmpty();
        assertThat(keyring("exit 0", PATIENCE).find("abc")).isEmpty();
    }

    @Test
    void without_a_session_or_the_program_there_is_no_keyring() throws Exception {
        program("secret-tool", "exit 0");
        Map<String, String> session = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/x");

        assertThat(SecretService.present(Map.of("PATH", folder.toString()))).isEmpty();
        assertThat(SecretService.present(session)).isEmpty();
        assertThat(SecretService.present(with(session, "PATH", "relative:"))).isEmpty();
        assertThat(SecretService.present(with(session, "PATH", "/nowhere:" + folder))
                        .map(Keyring::name))
                .contains("secret-service");
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    /** Keeps each entry in a file, as the real one keeps it in its collection. */
    private static String honest() {
        return """
                cd "$(dirname "$0")"
                echo "$@" >>arguments
                command=$1
                for last in "$@"; do :; done
                case $command in
                  store) cat >"kept-$last" ;;
                  lookup) [ -f "kept-$last" ] && cat "kept-$last" ;;
                  clear) rm -f "kept-$last" ;;
                esac
                """;
    }

    private Keyring keyring(String script, Duration patience) throws Exception {
        return new ToolKeyring(
                new SecretService(program("tool", script), PLACES), new Patience(patience, patience, patience));
    }

    private Path program(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
