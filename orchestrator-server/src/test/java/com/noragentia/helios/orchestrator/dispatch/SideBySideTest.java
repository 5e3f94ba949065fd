/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers that write several answers in one run. */
class SideBySideTest {

    private static final Work LONG = new Work(1_000, 500);

    private final MatchTrial trial = new MatchTrial(11);

    private static HostedModel writing(int atOnce) {
        return new HostedModel(MatchTrial.MODEL, Set.of(Expert.CHAT), true, false, 0, atOnce);
    }

    private void comes(String device, HostedModel model) {
        trial.measure(device, 100, 10, trial.now);
        trial.index.put(MatchTrial.worker(device, "owner of " + device).with(model), trial.now);
    }

    private int given() {
        int given = 0;
        while (given < 100 && trial.choose() instanceof Choice.Chosen chosen) {
            trial.busy(chosen.worker().device(), "lease " + given, chosen.workMillis());
            given++;
        }
        return given;
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 3", "8, 8", "9, 8", "2147483647, 8", "0, 2", "-7, 2"})
    void a_worker_gets_as_many_as_it_writes_at_once_but_never_more_than_eight(int offered, int given) {
        comes("a", writing(offered));

        assertThat(given()).isEqualTo(given);
    }

    @Test
    void who_loses_the_model_that_writes_loses_the_hands() {
        comes("a", writing(8));
        assertThat(given()).isEqualTo(8);
        trial.index.ended("a", "lease 0", trial.now);
        comes("a", new HostedModel(MatchTrial.MODEL, Set.of(Expert.CHAT), true));

        assertThat(given()).isZero();
    }

    @Test
    void one_who_is_alone_is_preferred_to_one_who_writes_seven() {
        comes("busy", writing(8));
        for (int i = 0; i < 7; i++) {
            trial.busy("busy", "lease " + i, 100_000);
        }
        for (int i = 0; i < 8; i++) {
            comes("idle" + i, writing(8));
        }
        Map<String, Integer> counts = trial.chosenIn(200, MatchTrial.WORK);
        assertThat(counts).doesNotContainKey("busy");
    }

    @Test
    void a_lease_lasts_long_enough_for_whoever_joins_later() {
        Speed alone = new Speed(1, 100, 10, 5);
        Speed among = alone.inCompany(8);

        assertThat(alone.inCompany(1)).isEqualTo(alone);
        assertThat(among.prefillPerSecond()).isEqualTo(12.5);
        assertThat(among.decodePerSecond()).isBetween(3.2, 3.3);
        assertThat(LeaseLength.of(LONG, alone, false)).isEqualTo(Duration.ofSeconds(20 + 100 + 15));
        assertThat(LeaseLength.of(LONG, among, false)).isEqualTo(Duration.ofSeconds(160 + 310 + 15));
    }
}
