/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole of an account: join, export, delete, leave. */
final class AccountCommandsTest extends AccountFixture {

    @Test
    void another_computer_joins_with_the_code_or_founds_an_account() throws Exception {
        DataFolder second = new DataFolder(temporary.resolve("second"));
        DataFolder third = new DataFolder(temporary.resolve("third"));

        assertThat(JoinedComputer.runIn(second, "", "account", "join", address(), "--code", ScriptedAccounts.CODE)
                        .exitCode())
                .isZero();
        assertThat(JoinedComputer.runIn(third, "", "account", "join", address(), "--language", "en")
                        .out())
                .contains("an account of its own");

        assertThat(Membership.of(second)).isPresent();
        assertThat(Membership.of(third)).isPresent();
        assertThat(network.devices()).hasSize(3);
        assertThat(JoinedComputer.runIn(second, "", "account", "join", address(), "--language", "en")
                        .err())
                .contains("already belongs to a network");
    }

    @Test
    void everything_kept_of_a_member_goes_into_a_file_of_their_own_whatever_its_size() throws Exception {
        Path file = temporary.resolve("me.json");

        CommandRun run = computer.run("account", "export", file.toString(), "--language", "en");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.size(file)).isGreaterThan(3_000_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(computer.run("account", "export", file.toString()).exitCode())
                .isEqualTo(1);
        assertThat(computer.run(
                                "account",
                                "export",
                                temporary.resolve("no/me.json").toString(),
                                "--language",
                                "en")
                        .err())
                .contains("cannot be made there");
    }

    @Test
    void a_deleted_account_is_forgotten_here_with_its_key() throws Exception {
        CommandRun declined = computer.answering("nope\n", "account", "delete", "--json");
        assertThat(declined.out().strip()).isEqualTo("{\"done\":false}");
        assertThat(declined.exitCode()).isEqualTo(130);
        assertThat(network.isDeleted()).isFalse();

        assertThat(computer.run("account", "delete", "--yes", "--json").out().strip())
                .isEqualTo("{\"done\":true}");

        assertThat(network.isDeleted()).isTrue();
        assertThat(Membership.of(computer.folder())).isEmpty();
        assertThat(computer.folder().file("token.json")).doesNotExist();
        assertThat(DeviceIdentity.of(computer.folder(), new SecureRandom()).id())
                .isNotEqualTo(computer.device().id());
    }

    @Test
    void what_was_not_confirmed_does_not_look_like_done() throws Exception {
        CommandRun leave = computer.answering("no\n", "account", "leave", "--language", "es");
        CommandRun revoke = computer.answering("no\n", "devices", "revoke", "pc de Ana", "--language", "en");

        assertThat(leave.exitCode()).isEqualTo(130);
        assertThat(leave.out()).contains("No se ha cambiado nada");
        assertThat(revoke.exitCode()).isEqualTo(130);
        assertThat(revoke.out()).contains("Nothing was changed");
        assertThat(Membership.of(computer.folder())).isPresent();
        assertThat(network.devices()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"en,yes", "en,y", "en,YES", "en,Yes.", "en,sí", "es,sí", "es,si", "es,SI", "es,S", "es,sí!", "es,yes"})
    void yes_is_said_in_more_than_one_way(String language, String yes) throws Exception {
        CommandRun run = computer.answering(yes + "\n", "account", "leave", "--language", language);

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(Membership.of(computer.folder())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en,s", "en,no", "en,''", "en,yesterday", "es,no", "es,sin", "es,''", "es,i"})
    void what_is_not_yes_is_no(String language, String no) throws Exception {
        CommandRun run = computer.answering(no + "\n", "account", "leave", "--language", language);

        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(Membership.of(computer.folder())).isPresent();
    }

    @Test
    void leaving_forgets_here_and_says_nothing_there() throws Exception {
        assertThat(computer.run("account", "leave", "--yes").exitCode()).isZero();

        assertThat(Membership.of(computer.folder())).isEmpty();
        assertThat(network.requests("/")).isEmpty();
    }
}
