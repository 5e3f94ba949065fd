/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.ProblemException;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengesTest {

    private static final String HONEST = "0".repeat(32);
    private static final String FLOODING = "f".repeat(32);

    private final TestClock clock = new TestClock();
    private final Challenges challenges =
            new Challenges("server", Set.of(HONEST, FLOODING)::contains, new Secrets(new SecureRandom()), clock);

    @ParameterizedTest
    @ValueSource(strings = {"", "me", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcdef0"})
    void only_a_device_id_gets_a_nonce(String device) {
        assertThatThrownBy(() -> challenges.issue(device)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_flood_pushes_out_no_nonce_of_another_device() {
        String nonce = challenges.issue(HONEST).nonce();
        for (int i = 0; i < 20_000; i++) {
            challenges.issue(FLOODING);
        }
        assertThat(challenges.open()).isEqualTo(1 + Challenges.OPEN_PER_DEVICE);
        assertThat(challenges.redeem(nonce, HONEST)).isTrue();
    }

    @Test
    void strangers_take_no_room() {
        for (int i = 0; i < 1_000; i++) {
            challenges.issue("%032x".formatted(i + 1));
        }
        assertThat(challenges.open()).isZero();
    }

    @Test
    void of_one_device_the_oldest_nonce_goes_first() {
        String oldest = challenges.issue(HONEST).nonce();
        String second = challenges.issue(HONEST).nonce();
        for (int i = 1; i < Challenges.OPEN_PER_DEVICE; i++) {
            challenges.issue(HONEST);
        }
        assertThat(challenges.redeem(oldest, HONEST)).isFalse();
        assertThat(challenges.redeem(second, HONEST)).isTrue();
    }

    @Test
    void who_floods_from_elsewhere_pushes_out_nonces_of_his_own() {
        String honest =
                challenges.issue(HONEST, "192.0.2.1", ChannelBinding.NONE).nonce();
        for (int i = 0; i < 1_000; i++) {
            challenges.issue(HONEST, "203.0.113.9", ChannelBinding.NONE);
        }
        assertThat(challenges.redeem(honest, HONEST)).isTrue();
    }

    @Test
    void who_comes_after_a_flood_gets_a_nonce_that_stays() {
        for (int i = 0; i < 9; i++) {
            challenges.issue(HONEST, "203.0.113.9", ChannelBinding.NONE);
        }
        String honest =
                challenges.issue(HONEST, "192.0.2.1", ChannelBinding.NONE).nonce();
        for (int i = 0; i < 9; i++) {
            challenges.issue(HONEST, "203.0.113.9", ChannelBinding.NONE);
        }
        assertThat(challenges.open()).isEqualTo(Challenges.OPEN_PER_DEVICE);
        assertThat(challenges.redeem(honest, HONEST)).isTrue();
    }

    @Test
    void expired_nonces_are_dropped_when_the_next_is_issued() {
        challenges.issue(HONEST);
        challenges.issue(HONEST);
        clock.pass(Challenges.LIFE);
        challenges.issue(FLOODING);
        assertThat(challenges.open()).isEqualTo(1);
    }
}
