/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A computer on which a network of its own was begun, beside another network at an address of this very computer. */
final class OwnNetworkTest extends AccountFixture {

    private static final URI OWN = URI.create("http://127.0.0.1:9");

    private void hasOwnNetwork(SigningKey key) throws IOException {
        RunningNetwork.of(computer.folder()).orElseThrow().withdraw(computer.folder());
        Files.createDirectories(computer.folder().orchestrator());
        Files.writeString(computer.folder().orchestrator().resolve("server.key"), key.encoded());
    }

    private static SigningKey another() {
        return SigningKey.generate(new SecureRandom());
    }

    @Test
    void a_network_of_others_on_this_computer_is_not_taken_for_the_own_one() throws Exception {
        hasOwnNetwork(another());

        CommandRun asleep = computer.run("devices", "--language", "en");
        RunningNetwork.supervisedHere(OWN).announce(computer.folder());
        CommandRun awake = computer.run("devices", "--language", "en");

        assertThat(asleep.exitCode()).as(asleep.err()).isZero();
        assertThat(awake.exitCode()).as(awake.err()).isZero();
        assertThat(awake.out()).contains("pc de Ana");
    }

    @Test
    void the_own_network_that_sleeps_is_told_to_be_started() throws Exception {
        hasOwnNetwork(network.key());

        CommandRun run = computer.run("devices", "--language", "en");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Start it with “helios up”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void whoever_began_a_network_is_told_how_to_join_another_and_can(String language) throws Exception {
        hasOwnNetwork(network.key());
        try (ScriptedAccounts other = new ScriptedAccounts()) {
            String address = other.address().toString();

            CommandRun refused = computer.run("account", "join", address, "--language", language);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("helios down", "helios account leave", "helios up");

            assertThat(computer.run("account", "leave", "--yes").exitCode()).isZero();
            assertThat(computer.run("account", "join", address).exitCode()).isZero();
            assertThat(Membership.of(computer.folder()).map(Membership::orchestrator))
                    .contains(other.address());
            assertThat(computer.run("account", "--language", language).exitCode())
                    .isZero();
        }
    }

    @Test
    void an_own_network_that_runs_beside_the_joined_one_is_told_to_be_ended() throws Exception {
        hasOwnNetwork(another());
        RunningNetwork.supervisedHere(OWN).announce(computer.folder());

        CommandRun up = computer.run("up", "--no-window", "--language", "en");
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err()).contains("helios down", "helios up");

        computer.run("account", "leave", "--yes");
        assertThat(computer.run("account", "join", address(), "--language", "es")
                        .out())
                .contains("sigue en marcha", "helios down");
    }
}
