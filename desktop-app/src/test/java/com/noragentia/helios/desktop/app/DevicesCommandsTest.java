/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Computers of an account, and keys for other programs. */
final class DevicesCommandsTest extends AccountFixture {

    private VerifyingKey other(String name) {
        VerifyingKey key = SigningKey.generate(new SecureRandom()).verifyingKey();
        network.enrol(key, name);
        return key;
    }

    @Test
    void devices_are_listed_with_what_tells_them_apart() {
        VerifyingKey laptop = other("portátil\u001b[31m");

        CommandRun es = computer.run("devices", "--language", "es");

        assertThat(es.exitCode()).as(es.err()).isZero();
        assertThat(es.out())
                .contains(
                        "pc de Ana",
                        "este ordenador",
                        "aún no se ha visto",
                        laptop.fingerprint().substring(0, 8))
                .doesNotContain("\u001b");
        assertThat(computer.run("devices", "list", "--json").out())
                .startsWith("{\"devices\":[{")
                .contains(laptop.fingerprint());
    }

    @Test
    void a_device_is_renamed_by_name_or_beginning_of_its_id() {
        VerifyingKey laptop = other("laptop");

        assertThat(computer.run("devices", "rename", "Laptop", "portátil", "de", "Eva")
                        .exitCode())
                .isZero();
        assertThat(network.devices()).extracting("name").containsExactly("pc de Ana", "portátil de Eva");

        assertThat(computer.run("devices", "rename", laptop.fingerprint().substring(0, 6), "x")
                        .exitCode())
                .isZero();
        assertThat(network.devices()).extracting("name").containsExactly("pc de Ana", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "../../tokens/1", "", "a"})
    void a_name_that_means_nothing_changes_nothing(String name) {
        CommandRun run = computer.run("devices", "revoke", name, "--yes", "--language", "en");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nothing by that name");
        assertThat(network.devices()).hasSize(1);
    }

    @Test
    void a_name_that_two_devices_have_is_not_guessed_at() {
        other("laptop");
        other("laptop");

        CommandRun run = computer.run("devices", "revoke", "laptop", "--yes", "--language", "en");

        assertThat(run.err()).contains("More than one");
        assertThat(network.devices()).hasSize(3);
    }

    @Test
    void a_device_is_revoked_only_when_that_is_meant() {
        other("lost");

        assertThat(computer.answering("no\n", "devices", "revoke", "lost", "--language", "en")
                        .out())
                .contains("Nothing was changed");
        assertThat(computer.run("devices", "revoke", "lost", "--language", "en").err())
                .contains("nobody answered");
        assertThat(network.devices()).hasSize(2);

        assertThat(computer.answering("SÍ\n", "devices", "revoke", "lost", "--language", "es")
                        .exitCode())
                .isZero();
        assertThat(network.devices()).hasSize(1);
    }

    @Test
    void a_code_for_another_device_comes_with_what_to_type_there() {
        CommandRun run = computer.run("devices", "add", "--language", "en");

        assertThat(run.out()).contains("helios account join " + network.address() + " --code " + ScriptedAccounts.CODE);
    }

    @Test
    void a_token_is_shown_once_alone_and_then_never_again() {
        CommandRun created = computer.run(
                "token", "create", "my", "editor", "--scope", "ask,read", "--days", "7", "--language", "en");

        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(created.out()).isEqualTo("secret-token\n");
        assertThat(created.err()).contains("not shown again");
        assertThat(network.tokens()).singleElement().satisfies(token -> {
            assertThat(token.label()).isEqualTo("my editor");
            assertThat(token.scopes()).containsExactlyInAnyOrder(Scope.ASK, Scope.READ);
            assertThat(token.expiresAt()).isEqualTo(ScriptedAccounts.JOINED.plusSeconds(7 * 86_400));
        });

        assertThat(computer.run("token", "--language", "en").out())
                .contains("my editor", "ask, read", "never used")
                .doesNotContain("secret-token");
        assertThat(computer.run("token", "revoke", "my editor").exitCode()).isZero();
        assertThat(computer.run("token", "list", "--language", "es").out()).contains("No hay ninguno");
    }

    @Test
    void a_device_without_an_account_or_a_network_that_runs_is_told_so() throws Exception {
        RunningNetwork.of(computer.folder()).orElseThrow().withdraw(computer.folder());
        Files.createDirectories(computer.folder().orchestrator());
        Files.writeString(computer.folder().orchestrator().resolve("server.key"), "a network was begun here");
        CommandRun asleep = computer.run("devices", "--language", "en");
        CommandRun stranger =
                JoinedComputer.runIn(new DataFolder(temporary.resolve("none")), "", "devices", "--language", "es");

        assertThat(asleep.exitCode()).isEqualTo(3);
        assertThat(asleep.err()).contains("helios up");
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.err()).contains("no se ha unido");
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices", "account", "token"})
    void help_explains_every_word_in_both_languages(String command) {
        String english = CommandRun.of(command, "--help", "--language", "en").out();
        String spanish = CommandRun.of(command, "--help", "--language", "es").out();
        Matcher words = Pattern.compile("(?m)^  ([a-z][a-z-]+)  +\\S").matcher(english);
        int count = 0;
        while (words.find()) {
            count++;
            String en = CommandRun.of(command, words.group(1), "--help", "--language", "en")
                    .out();
            String es = CommandRun.of(command, words.group(1), "--help", "--language", "es")
                    .out();
            assertThat(en).contains("Usage: helios " + command + " " + words.group(1), "--json");
            assertThat(es).contains("Uso: helios " + command + " " + words.group(1));
            assertThat(es).doesNotContain("Print one JSON");
        }
        assertThat(count).isGreaterThanOrEqualTo(3);
        assertThat(spanish).contains("Órdenes:").doesNotContain("Commands:");
    }
}
