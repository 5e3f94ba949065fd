/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who works for whom is paid for by credits, but not among kin: so they come last. */
class KinMatchTest {

    private static final String ASKER = "family ada";
    private static final int DRAWS = 200;

    private final MatchTrial trial = new MatchTrial(3);

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
                    # what is there                   , workers (device=owner=speed)                    , failed, last, may have it
                    unrelated before kin however fast , kin=family ben=1000; far=eve=10                 , -     , -   , far
                    own before unrelated              , own=family ada=10; far=eve=1000                 , -     , -   , own
                    own before kin                    , own=family ada=10; kin=family ben=1000          , -     , -   , own
                    kin where there is nobody else    , kin=family ben=10; more=family cid=10           , -     , -   , kin more
                    kin of others are unrelated       , kin=family ben=10; far=clan dan=10              , -     , -   , far
                    not to kin who answered last      , kin=family ben=10; far=eve=10                   , -     , kin , far
                    to kin who answered last if alone , kin=family ben=10; more=family cid=10           , -     , kin , kin
                    kin if the unrelated failed       , kin=family ben=10; far=eve=10                   , far   , -   , kin
                    other kin if kin failed           , kin=family ben=10; more=family cid=10           , kin   , -   , more
                    not to kin though they rest       , kin=family ben=0; far=eve=10                    , -     , -   , far
                    """)
    void unrelated_workers_come_before_kin(
            String what, String workers, @Nullable String failed, @Nullable String last, String expected) {
        for (String worker : workers.split("; ")) {
            String[] parts = worker.split("=");
            double speed = Double.parseDouble(parts[2]);
            if (speed == 0) {
                trial.index.put(MatchTrial.hosting(parts[0], parts[1], MatchTrial.MODEL, true, Expert.CHAT), trial.now);
            } else {
                trial.known(parts[0], parts[1], 10 * speed, speed);
            }
        }

        assertThat(drawn(failed, last)).containsExactlyInAnyOrder(expected.split(" "));
    }

    private Set<String> drawn(@Nullable String failed, @Nullable String last) {
        Set<String> devices = new TreeSet<>();
        String[] failedBefore = failed == null ? new String[0] : new String[] {failed};
        for (int i = 0; i < DRAWS; i++) {
            Choice choice = trial.choose(ASKER, MatchTrial.WORK, Optional.ofNullable(last), failedBefore);
            devices.add(((Choice.Chosen) choice).worker().device());
        }
        return devices;
    }

    @Test
    void the_few_unrelated_are_found_in_a_network_that_is_nearly_one_family() {
        for (int i = 0; i < 500; i++) {
            trial.known("kin" + i, "family " + i, 100, 10);
        }
        trial.known("far", "eve", 100, 10);
        trial.known("away", "fay", 100, 10);

        assertThat(drawn(null, null)).containsExactlyInAnyOrder("far", "away");
    }

    @Test
    void a_free_relative_is_not_passed_over_for_somebody_who_is_busy() {
        trial.known("kin", "family ben", 100, 10);
        trial.known("far", "eve", 100, 10);
        trial.busy("far", "one", 1_000);
        trial.busy("far", "two", 1_000);

        assertThat(drawn(null, null)).containsExactly("kin");
    }
}
