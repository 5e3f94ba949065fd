/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private final TestClock clock = new TestClock();
    private final KnownTokens known = new KnownTokens(clock);
    private final BearerToken token =
            new BearerToken(new Caller("member", "device"), clock.instant().plus(Duration.ofMinutes(15)));

    @Test
    void a_token_that_was_taken_back_is_asked_for_anew() {
        known.caller("hash", () -> Optional.of(token));
        assertThat(known.caller("hash", Optional::empty)).isPresent();

        known.forget(caller -> caller.device().equals("device"));

        assertThat(known.caller("hash", Optional::empty)).isEmpty();
    }

    @Test
    void the_tokens_of_others_stay_known() {
        known.caller("hash", () -> Optional.of(token));

        known.forget(caller -> caller.device().equals("another"));
        known.forget("another hash");

        assertThat(known.caller("hash", Optional::empty)).isPresent();
    }

    @Test
    void an_answer_from_before_it_was_taken_back_is_not_remembered_after() {
        known.caller("hash", () -> {
            known.forget("hash");
            return Optional.of(token);
        });

        assertThat(known.caller("hash", Optional::empty)).isEmpty();
    }
}
