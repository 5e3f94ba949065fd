/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.account.RecoveryKey;
import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way back into an account. */
@Timeout(60)
final class RecoveryCommandsTest {

    @TempDir
    private Path temporary;

    private JoinedComputer computer;
    private ScriptedAccounts network;

    @BeforeEach
    void join() throws Exception {
        computer = JoinedComputer.in(temporary);
        network = new ScriptedAccounts();
        network.enrol(computer.device().key().verifyingKey(), "pc de Ana");
        computer.joins(network.address(), network.key());
    }

    @AfterEach
    void leave() {
        network.close();
    }

    @Test
    void a_phrase_that_was_written_down_brings_a_new_computer_into_the_account() throws Exception {
        CommandRun shown = computer.answering("WORD\n", "account", "recovery-phrase", "--language", "es");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("24 palabras", "ya sirven");
        DataFolder fresh = new DataFolder(temporary.resolve("fresh"));

        CommandRun recovered = JoinedComputer.runIn(
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

        String address = network.address().toString();
        DataFolder fresh = new DataFolder(temporary.resolve("fresh"));
        assertThat(JoinedComputer.runIn(
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
        assertThat(JoinedComputer.runIn(
                                fresh, passphrase + "\n", "account", "recover", address, "--file", file.toString())
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
        DataFolder fresh = new DataFolder(temporary.resolve("fresh"));
        String foreign =
                String.join(" ", RecoveryKey.generate(new SecureRandom()).phrase(Language.EN));
        String address = network.address().toString();

        assertThat(JoinedComputer.runIn(fresh, foreign + "\n", "account", "recover", address, "--json")
                        .out())
                .contains("\"code\":\"proof-invalid\"");
        assertThat(JoinedComputer.runIn(fresh, "zoo\n", "account", "recover", address, "--language", "en")
                        .err())
                .contains("has 24 words");
        assertThat(JoinedComputer.runIn(
                                fresh, "z".repeat(1_000_000) + "\n", "account", "recover", address, "--language", "en")
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
