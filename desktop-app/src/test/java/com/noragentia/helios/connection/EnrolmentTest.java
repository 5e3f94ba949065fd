/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Hashcash;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.security.SecureRandom;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class EnrolmentTest {

    private final DeviceIdentity device = new DeviceIdentity(fresh(), "pc de Ana");
    private ScriptedAccounts network;
    private OkHttpClient http;

    @BeforeEach
    void open() throws Exception {
        network = new ScriptedAccounts();
        http = HttpClients.of(network.address());
    }

    @AfterEach
    void close() {
        HttpClients.close(http);
        network.close();
    }

    private static SigningKey fresh() {
        return SigningKey.generate(new SecureRandom());
    }

    @Test
    void an_open_network_takes_who_solves_its_puzzle_without_a_code() throws Exception {
        Membership membership = new Enrolment(http).found(network.address(), device);

        assertThat(membership)
                .isEqualTo(new Membership(
                        network.address(),
                        "member",
                        device.id(),
                        network.key().verifyingKey().encoded()));
        assertThat(network.devices()).extracting("name").containsExactly("pc de Ana");
    }

    @Test
    void a_puzzle_that_grew_old_is_solved_anew() throws Exception {
        Enrolment enrolment = new Enrolment(http);
        network.forgetsPuzzle();

        assertThat(enrolment.found(network.address(), device).device()).isEqualTo(device.id());
    }

    @Test
    void an_invitation_is_taken_up_with_the_puzzle_solved_where_that_is_asked_for() throws Exception {
        network.asksForWorkWithCodes();

        assertThat(new Enrolment(http)
                        .join(network.address(), ScriptedAccounts.CODE, device)
                        .device())
                .isEqualTo(device.id());
        assertThat(network.requests("/devices")).hasSize(2);
    }

    @Test
    void a_code_alone_is_enough_where_no_work_is_asked_for() throws Exception {
        new Enrolment(http).join(network.address(), ScriptedAccounts.CODE, device);

        assertThat(network.requests("/devices")).hasSize(1);
        assertThat(network.requests("/enrolment")).isEmpty();
    }

    @Test
    void a_closed_network_asks_for_a_code_before_anybody_works_for_nothing() {
        network.invitesOnly();

        assertRefused(ProblemCode.ENROLMENT_CLOSED, () -> new Enrolment(http).found(network.address(), device));
        assertThat(network.requests("/members")).isEmpty();
    }

    @Test
    void a_network_that_wants_too_much_work_gets_none() {
        for (int bits : new int[] {Hashcash.MOST_BITS + 1, Integer.MAX_VALUE, -1}) {
            network.asksForWork(bits);

            assertRefused(ProblemCode.NETWORK_UNREACHABLE, () -> new Enrolment(http).found(network.address(), device));
            network.asksForWorkWithCodes();
            assertRefused(
                    ProblemCode.NETWORK_UNREACHABLE,
                    () -> new Enrolment(http).join(network.address(), ScriptedAccounts.CODE, device));
        }
        assertThat(network.requests("/members")).isEmpty();
    }

    @Test
    void a_network_whose_key_does_not_fit_its_id_is_not_joined() {
        SigningKey recoveryKey = fresh();
        network.knowsRecoveryKey(recoveryKey.verifyingKey());
        network.claimsKey(fresh());

        assertRefused(ProblemCode.NETWORK_UNREACHABLE, () -> new Enrolment(http).found(network.address(), device));
        assertRefused(
                ProblemCode.NETWORK_UNREACHABLE, () -> new Recovery(http).join(network.address(), recoveryKey, device));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not a key", "../../etc/passwd"})
    void a_network_whose_key_is_none_is_not_joined_with_a_code(String garbage) {
        network.claimsKey(garbage);

        assertRefused(
                ProblemCode.NETWORK_UNREACHABLE,
                () -> new Enrolment(http).join(network.address(), ScriptedAccounts.CODE, device));
        network.asksForWorkWithCodes();
        assertRefused(
                ProblemCode.NETWORK_UNREACHABLE,
                () -> new Enrolment(http).join(network.address(), ScriptedAccounts.CODE, device));
    }

    @Test
    void the_recovery_key_and_no_other_brings_a_new_device_in() {
        SigningKey recoveryKey = fresh();
        network.knowsRecoveryKey(recoveryKey.verifyingKey());

        assertThat(new Recovery(http)
                        .join(network.address(), recoveryKey, device)
                        .device())
                .isEqualTo(device.id());
        assertRefused(ProblemCode.PROOF_INVALID, () -> new Recovery(http).join(network.address(), fresh(), device));
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
