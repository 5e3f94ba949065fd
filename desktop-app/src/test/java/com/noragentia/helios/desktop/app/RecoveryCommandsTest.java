/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.account.RecoveryKey;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back into an account. */
final class RecoveryCommandsTest extends AccountFixture {

    @Test
    void a_phrase_that_was_written_down_brings_a_new_computer_into_the_account() throws Exception {
        CommandRun shown = computer.answering("WORD\n", "account", "recovery-phrase", "--language", "es");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("24 palabras", "ya sirven");
        DataFolder fresh = fresh();

        CommandRun recovered = JoinedComputer.runIn(
                fresh, CommandRun.wordsIn(shown.out()) + "\n", "account", "recover", address(), "--language", "en");

        assertThat(recovered.exitCode()).as(recovered.err()).isZero();
        assertThat(recovered.out()).contains("in your account again");
        assertThat(Membership.of(fresh).map(Membership::member)).contains("member");
        assertThat(network.devices()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upper", "plain", "four"})
    void the_word_that_is_asked_for_is_read_as_freely_as_the_phrase(String way) {
        CommandRun run = CommandRun.answering(
                question -> typed(question, way),
                "account",
                "recovery-phrase",
                "--language",
                "es",
                "--data",
                computer.folder().root().toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static String typed(String word, String way) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return switch (way) {
            case "upper" -> " " + word.toUpperCase(Locale.ROOT) + ".";
            case "plain" -> plain;
            default -> plain.substring(0, Math.min(4, plain.length()));
        };
    }

    @ParameterizedTest
    @CsvSource({"en,A newer recovery phrase or file has taken its place", "es,más nuevo ocupa su lugar"})
    void an_outdated_phrase_is_told_as_that(String language, String words) {
        String outdated =
                String.join(" ", RecoveryKey.generate(new SecureRandom()).phrase(Language.EN));
        network.knowsRecoveryKey(SigningKey.generate(new SecureRandom()).verifyingKey());

        CommandRun run =
                JoinedComputer.runIn(fresh(), outdated + "\n", "account", "recover", address(), "--language", language);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(words);
    }

    @Test
    void a_phrase_that_was_not_written_down_replaces_nothing() {
        network.knowsRecoveryKey(computer.device().key().verifyingKey());

        CommandRun run = computer.answering("wrong\n", "account", "recovery-phrase", "--language", "en");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("That is not the word");
        assertThat(network.recoveryKey()).isEqualTo(computer.device().key().verifyingKey());
    }

    @Test
    void a_recovery_file_opens_with_its_passphrase_only() throws Exception {
        Path file = temporary.resolve("key.helios");
        String passphrase = "correcto caballo batería grapa";

        CommandRun made = computer.answering(
                passphrase + "\n" + passphrase + "\n", "account", "recovery-file", file.toString(), "--language", "en");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        DataFolder fresh = fresh();
        assertThat(JoinedComputer.runIn(
                                fresh,
                                "guess guess guess\n",
                                "account",
                                "recover",
                                address(),
                                "--file",
                                file.toString(),
                                "--language",
                                "en")
                        .err())
                .contains("does not open this file");
        assertThat(JoinedComputer.runIn(
                                fresh, passphrase + "\n", "account", "recover", address(), "--file", file.toString())
                        .exitCode())
                .isZero();
        assertThat(computer.run("account", "recovery-file", file.toString(), "--language", "en")
                        .err())
                .contains("is there already");
    }

    @Test
    void a_mistyped_passphrase_leaves_no_file_and_the_earlier_key() {
        Path file = temporary.resolve("key.helios");

        CommandRun run = computer.answering(
                "correct horse\ncorrect house\n", "account", "recovery-file", file.toString(), "--language", "en");

        assertThat(run.err()).contains("not the same");
        assertThat(temporary).isDirectoryNotContaining("glob:**.{tmp,helios}");
        assertThat(network.recoveryKey()).isNull();
    }

    @Test
    void a_lost_account_needs_its_own_phrase() {
        DataFolder fresh = fresh();
        String foreign =
                String.join(" ", RecoveryKey.generate(new SecureRandom()).phrase(Language.EN));

        assertThat(JoinedComputer.runIn(fresh, foreign + "\n", "account", "recover", address(), "--json")
                        .out())
                .contains("\"code\":\"proof-invalid\"");
        assertThat(JoinedComputer.runIn(fresh, "zoo\n", "account", "recover", address(), "--language", "en")
                        .err())
                .contains("has 24 words");
        assertThat(JoinedComputer.runIn(
                                fresh,
                                "z".repeat(1_000_000) + "\n",
                                "account",
                                "recover",
                                address(),
                                "--language",
                                "en")
                        .err())
                .contains("nobody answered");
    }

    @Test
    void the_account_says_whether_it_could_be_recovered() {
        assertThat(computer.run("account", "--language", "en").out()).contains("member", "you lose the account");

        network.knowsRecoveryKey(computer.device().key().verifyingKey());

        assertThat(computer.run("account", "show", "--language", "es").out()).contains("hay una clave de recuperación");
        assertThat(computer.run("account", "--json").out()).contains("\"is_recoverable\":true");
    }
}
