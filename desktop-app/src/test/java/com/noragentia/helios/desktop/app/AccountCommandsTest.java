/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.account.RecoveryKey;
import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class AccountCommandsTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;
    private ScriptedAccounts network;
    private DeviceIdentity device;

    @BeforeEach
    void join() throws Exception {
        folder = new DataFolder(temporary.resolve("data")).create();
        device = DeviceIdentity.of(folder, new SecureRandom());
        network = new ScriptedAccounts();
        network.enrol(device.key().verifyingKey(), "pc de Ana");
        new Membership(
                        network.address(),
                        "member",
                        device.id(),
                        network.key().verifyingKey().encoded())
                .save(folder);
        RunningNetwork.supervisedHere(network.address()).announce(folder);
    }

    @AfterEach
    void leave() {
        network.close();
    }

    private CommandRun run(String... arguments) {
        return answering("", arguments);
    }

    /** @param answers lines; “WORD” stands for the word of the recovery phrase that is asked for */
    private CommandRun answering(String answers, String... arguments) {
        return runIn(folder, answers, arguments);
    }

    private static CommandRun runIn(DataFolder data, String answers, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.root().toString();
        return CommandRun.answering(answers, all);
    }

    private VerifyingKey other(String name) {
        VerifyingKey key = SigningKey.generate(new SecureRandom()).verifyingKey();
        network.enrol(key, name);
        return key;
    }

    @Test
    void devices_are_listed_with_what_tells_them_apart() {
        VerifyingKey laptop = other("portátil\u001b[31m");

        CommandRun es = run("devices", "--language", "es");

        assertThat(es.exitCode()).as(es.err()).isZero();
        assertThat(es.out())
                .contains(
                        "pc de Ana",
                        "este ordenador",
                        "aún no se ha visto",
                        laptop.fingerprint().substring(0, 8))
                .doesNotContain("\u001b");
        assertThat(run("devices", "list", "--json").out())
                .startsWith("{\"devices\":[{")
                .contains(laptop.fingerprint());
    }

    @Test
    void a_device_is_renamed_by_name_or_beginning_of_its_id() {
        VerifyingKey laptop = other("laptop");

        assertThat(run("devices", "rename", "Laptop", "portátil", "de", "Eva").exitCode())
                .isZero();
        assertThat(network.devices()).extracting("name").containsExactly("pc de Ana", "portátil de Eva");

        assertThat(run("devices", "rename", laptop.fingerprint().substring(0, 6), "x")
                        .exitCode())
                .isZero();
        assertThat(network.devices()).extracting("name").containsExactly("pc de Ana", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "../../tokens/1", "", "a"})
    void a_name_that_means_nothing_changes_nothing(String name) {
        CommandRun run = run("devices", "revoke", name, "--yes", "--language", "en");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nothing by that name");
        assertThat(network.devices()).hasSize(1);
    }

    @Test
    void a_name_that_two_devices_have_is_not_guessed_at() {
        other("laptop");
        other("laptop");

        CommandRun run = run("devices", "revoke", "laptop", "--yes", "--language", "en");

        assertThat(run.err()).contains("More than one");
        assertThat(network.devices()).hasSize(3);
    }

    @Test
    void a_device_is_revoked_only_when_that_is_meant() {
        other("lost");

        assertThat(answering("no\n", "devices", "revoke", "lost", "--language", "en")
                        .out())
                .contains("Nothing was changed");
        assertThat(run("devices", "revoke", "lost", "--language", "en").err()).contains("nobody answered");
        assertThat(network.devices()).hasSize(2);

        assertThat(answering("SÍ\n", "devices", "revoke", "lost", "--language", "es")
                        .exitCode())
                .isZero();
        assertThat(network.devices()).hasSize(1);
    }

    @Test
    void a_code_for_another_device_comes_with_what_to_type_there() {
        CommandRun run = run("devices", "add", "--language", "en");

        assertThat(run.out()).contains("helios account join " + network.address() + " --code " + ScriptedAccounts.CODE);
    }

    @Test
    void another_computer_joins_with_the_code_or_founds_an_account() throws Exception {
        DataFolder second = new DataFolder(temporary.resolve("second"));
        DataFolder third = new DataFolder(temporary.resolve("third"));
        String address = network.address().toString();

        assertThat(runIn(second, "", "account", "join", address, "--code", ScriptedAccounts.CODE)
                        .exitCode())
                .isZero();
        assertThat(runIn(third, "", "account", "join", address, "--language", "en")
                        .out())
                .contains("an account of its own");

        assertThat(Membership.of(second)).isPresent();
        assertThat(Membership.of(third)).isPresent();
        assertThat(network.devices()).hasSize(3);
        assertThat(runIn(second, "", "account", "join", address, "--language", "en")
                        .err())
                .contains("already belongs to a network");
    }

    @Test
    void a_phrase_that_was_written_down_brings_a_new_computer_into_the_account() throws Exception {
        CommandRun shown = answering("WORD\n", "account", "recovery-phrase", "--language", "es");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("24 palabras", "ya sirven");
        DataFolder fresh = new DataFolder(temporary.resolve("fresh"));

        CommandRun recovered = runIn(
                fresh,
                CommandRun.wordsIn(shown.out()) + "\n",
                "account",
                "recover",
                network.address().toString(),
                "--language",
                "en");

        assertThat(recovered.exitCode()).as(recovered.err()).isZero();
        assertThat(recovered.out()).contains("in your account again");
        assertThat(Membership.of(fresh).map(Membership::member)).contains("member");
        assertThat(network.devices()).hasSize(2);
    }

    @Test
    void a_phrase_that_was_not_written_down_replaces_nothing() {
        network.knowsRecoveryKey(device.key().verifyingKey());

        CommandRun run = answering("wrong\n", "account", "recovery-phrase", "--language", "en");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("That is not the word");
        assertThat(network.recoveryKey()).isEqualTo(device.key().verifyingKey());
    }

    @Test
    void a_recovery_file_opens_with_its_passphrase_only() throws Exception {
        Path file = temporary.resolve("key.helios");
        String passphrase = "correcto caballo batería grapa";

        CommandRun made = answering(
                passphrase + "\n" + passphrase + "\n", "account", "recovery-file", file.toString(), "--language", "en");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        String address = network.address().toString();
        DataFolder fresh = new DataFolder(temporary.resolve("fresh"));
        assertThat(runIn(
                                fresh,
                                "guess guess guess\n",
                                "account",
                                "recover",
                                address,
                                "--file",
                                file.toString(),
                                "--language",
                                "en")
                        .err())
                .contains("does not open this file");
        assertThat(runIn(fresh, passphrase + "\n", "account", "recover", address, "--file", file.toString())
                        .exitCode())
                .isZero();
        assertThat(run("account", "recovery-file", file.toString(), "--language", "en")
                        .err())
                .contains("is there already");
    }

    @Test
    void a_mistyped_passphrase_leaves_no_file_and_the_earlier_key() {
        Path file = temporary.resolve("key.helios");

        CommandRun run = answering(
                "correct horse\ncorrect house\n", "account", "recovery-file", file.toString(), "--language", "en");

        assertThat(run.err()).contains("not the same");
        assertThat(temporary).isDirectoryNotContaining("glob:**.{tmp,helios}");
        assertThat(network.recoveryKey()).isNull();
    }

    @Test
    void a_lost_account_needs_its_own_phrase() {
        DataFolder fresh = new DataFolder(temporary.resolve("fresh"));
        String foreign =
                String.join(" ", RecoveryKey.generate(new SecureRandom()).phrase(Language.EN));
        String address = network.address().toString();

        assertThat(runIn(fresh, foreign + "\n", "account", "recover", address, "--json")
                        .out())
                .contains("\"code\":\"proof-invalid\"");
        assertThat(runIn(fresh, "zoo\n", "account", "recover", address, "--language", "en")
                        .err())
                .contains("has 24 words");
        assertThat(runIn(fresh, "z".repeat(1_000_000) + "\n", "account", "recover", address, "--language", "en")
                        .err())
                .contains("nobody answered");
    }

    @Test
    void everything_kept_of_a_member_goes_into_a_file_of_their_own_whatever_its_size() throws Exception {
        Path file = temporary.resolve("me.json");

        CommandRun run = run("account", "export", file.toString(), "--language", "en");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.size(file)).isGreaterThan(3_000_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run("account", "export", file.toString()).exitCode()).isEqualTo(1);
        assertThat(run("account", "export", temporary.resolve("no/me.json").toString(), "--language", "en")
                        .err())
                .contains("cannot be made there");
    }

    @Test
    void a_deleted_account_is_forgotten_here_with_its_key() throws Exception {
        assertThat(answering("nope\n", "account", "delete", "--json").out().strip())
                .isEqualTo("{\"done\":false}");
        assertThat(network.isDeleted()).isFalse();

        assertThat(run("account", "delete", "--yes", "--json").out().strip()).isEqualTo("{\"done\":true}");

        assertThat(network.isDeleted()).isTrue();
        assertThat(Membership.of(folder)).isEmpty();
        assertThat(folder.file("token.json")).doesNotExist();
        assertThat(DeviceIdentity.of(folder, new SecureRandom()).id()).isNotEqualTo(device.id());
    }

    @Test
    void leaving_forgets_here_and_says_nothing_there() throws Exception {
        assertThat(run("account", "leave", "--yes").exitCode()).isZero();

        assertThat(Membership.of(folder)).isEmpty();
        assertThat(network.requests("/")).isEmpty();
    }

    @Test
    void a_token_is_shown_once_alone_and_then_never_again() {
        CommandRun created =
                run("token", "create", "my", "editor", "--scope", "ask,read", "--days", "7", "--language", "en");

        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(created.out()).isEqualTo("secret-token\n");
        assertThat(created.err()).contains("not shown again");
        assertThat(network.tokens()).singleElement().satisfies(token -> {
            assertThat(token.label()).isEqualTo("my editor");
            assertThat(token.scopes()).containsExactlyInAnyOrder(Scope.ASK, Scope.READ);
            assertThat(token.expiresAt()).isEqualTo(ScriptedAccounts.JOINED.plusSeconds(7 * 86_400));
        });

        assertThat(run("token", "--language", "en").out())
                .contains("my editor", "ask, read", "never used")
                .doesNotContain("secret-token");
        assertThat(run("token", "revoke", "my editor").exitCode()).isZero();
        assertThat(run("token", "list", "--language", "es").out()).contains("No hay ninguno");
    }

    @Test
    void the_account_says_whether_it_could_be_recovered() {
        assertThat(run("account", "--language", "en").out()).contains("member", "you lose the account");

        network.knowsRecoveryKey(device.key().verifyingKey());

        assertThat(run("account", "show", "--language", "es").out()).contains("hay una clave de recuperación");
        assertThat(run("account", "--json").out()).contains("\"is_recoverable\":true");
    }

    @Test
    void a_device_without_an_account_or_a_network_that_runs_is_told_so() throws Exception {
        RunningNetwork.of(folder).orElseThrow().withdraw(folder);
        Files.createDirectories(folder.orchestrator());
        Files.writeString(folder.orchestrator().resolve("server.key"), "a network was begun here");
        CommandRun asleep = run("devices", "--language", "en");
        CommandRun stranger = runIn(new DataFolder(temporary.resolve("none")), "", "devices", "--language", "es");

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
