/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import java.nio.file.Files;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A computer that once belonged to a network, and how it comes back. What it is told to do can be done. */
final class JoiningAgainTest extends AccountFixture {

    @ParameterizedTest
    @CsvSource({"gone,en,belongs to no network now", "gone,es,no pertenece a ninguna red", "{,en,damaged", "{,es,dañado"
    })
    void a_lost_note_of_the_network_comes_back_by_the_key_that_is_still_there(
            String damage, String language, String words) throws Exception {
        if (damage.equals("gone")) {
            Files.delete(computer.folder().file("membership.json"));
        } else {
            Files.writeString(computer.folder().file("membership.json"), damage);
        }

        CommandRun lost = computer.run("account", "--language", language);
        CommandRun found = computer.run("account", "join", address(), "--language", "en");

        assertThat(lost.exitCode()).isEqualTo(1);
        assertThat(lost.err()).contains(words, "helios account join");
        assertThat(found.exitCode()).as(found.err()).isZero();
        assertThat(found.out()).contains("belongs to its account again");
        assertThat(Membership.of(computer.folder()).map(Membership::member)).contains("member");
        assertThat(network.requests("/members"))
                .as("no other account was founded")
                .isEmpty();
    }

    @Test
    void a_key_that_the_network_never_saw_founds_an_account() throws Exception {
        var unused = DeviceIdentity.of(fresh().create(), new SecureRandom());

        CommandRun run = JoinedComputer.runIn(fresh(), "", "account", "join", address(), "--language", "en");

        assertThat(run.out()).contains("an account of its own");
        assertThat(network.requests("/members")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"en,was removed", "es,se quitó"})
    void a_removed_computer_is_told_how_to_join_anew_and_can(String language, String words) {
        network.removes(computer.device().key().verifyingKey());

        CommandRun removed = computer.run("devices", "--language", language);
        assertThat(removed.exitCode()).isEqualTo(1);
        assertThat(removed.err()).contains(words, "helios account leave", "helios account join");
        assertThat(computer.run("account", "join", address(), "--language", "en")
                        .err())
                .contains("helios account leave");

        assertThat(computer.run("account", "leave", "--yes").exitCode()).isZero();
        CommandRun again = computer.run("account", "join", address());
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    @Test
    void a_computer_that_removed_itself_joins_anew_without_more_ado() {
        assertThat(computer.run("devices", "revoke", "pc de Ana", "--yes").exitCode())
                .isZero();

        CommandRun again = computer.run("account", "join", address());

        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"en,account was deleted", "es,cuenta se eliminó"})
    void a_computer_of_a_deleted_account_is_told_so_and_can_join_anew(String language, String words) {
        network.forgets(computer.device().key().verifyingKey());

        CommandRun run = computer.run("devices", "--language", language);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(words, "helios account leave");
        assertThat(computer.run("account", "leave", "--yes").exitCode()).isZero();
        assertThat(computer.run("account", "join", address()).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01abc-defgh-jkmnp-qrstv", " 01ABC DEFGH JKMNP QRSTV ", "oiabcdefghjkmnpqrstv"})
    void a_code_is_taken_as_people_type_it(String typed) {
        CommandRun run = JoinedComputer.runIn(fresh(), "", "account", "join", address(), "--code", typed);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ScriptedAccounts.CODE).isNotEqualTo(typed);
    }
}
