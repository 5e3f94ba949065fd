/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chance is left alone, and what it does not explain is found. */
class PairStatisticsTest {

    private static final long CREDIT = 1_000_000;

    /** Values of the regularised incomplete gamma function P(k, mean). */
    @ParameterizedTest
    @CsvSource({
        "1,   0.01, 0.009950166250831947",
        "5,   1,    0.003659846827343713",
        "10,  1,    1.1142547833872067e-07",
        "25,  10,   4.6949381426799e-05",
        "3,   0.5,  0.014387677966970687",
    })
    void the_tail_is_that_of_the_distribution(long count, double mean, double probability) {
        assertThat(PoissonTail.log(count, mean)).isCloseTo(Math.log(probability), within(1e-6));
    }

    @Test
    void the_tail_is_a_sum_of_plain_terms() {
        for (double mean : new double[] {0.3, 2, 7.5, 19, 40}) {
            for (long count = (long) mean + 1; count < mean + 30; count++) {
                double tail = 0;
                double term = Math.exp(-mean);
                for (long k = 0; k < 400; k++) {
                    tail += k >= count ? term : 0;
                    term *= mean / (k + 1);
                }
                assertThat(PoissonTail.log(count, mean)).isCloseTo(Math.log(tail), within(1e-9));
            }
        }
    }

    @Test
    void what_is_not_above_the_mean_is_not_improbable() {
        assertThat(PoissonTail.log(3, 3)).isZero();
        assertThat(PoissonTail.log(1_000_000_000, 1)).isLessThan(-1e9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_mean_that_is_none_is_refused(double mean) {
        assertThatThrownBy(() -> PoissonTail.log(1, mean)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Thirty days of members who ask by chance and are served by chance. */
    private static List<PairDay> honest(Random random, int members, int tasksPerDay) {
        List<PairDay> days = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            long[][] tasks = new long[members][members];
            for (int task = 0; task < tasksPerDay; task++) {
                int requester = (int) (members * random.nextDouble() * random.nextDouble());
                int owner = random.nextInt(members);
                if (owner != requester) {
                    tasks[requester][owner]++;
                }
            }
            for (int requester = 0; requester < members; requester++) {
                for (int owner = 0; owner < members; owner++) {
                    if (tasks[requester][owner] > 0) {
                        days.add(pair(day, "m" + requester, "m" + owner, tasks[requester][owner]));
                    }
                }
            }
        }
        return days;
    }

    private static PairDay pair(int day, String requester, String owner, long tasks) {
        return new PairDay(day, requester, owner, tasks, tasks * 30 * CREDIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 20, 60})
    void honest_members_are_not_suspected(int members) {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(PairStatistics.of(honest(new Random(seed), members, 500), JobEquivalent.REFERENCE))
                    .isEmpty();
        }
    }

    @Test
    void a_pair_that_finds_each_other_too_often_is() {
        List<PairDay> days = honest(new Random(1), 20, 500);
        for (int day = 0; day < 30; day++) {
            days.add(pair(day, "liar", "accomplice", 5));
            days.add(pair(day, "liar", "m3", 5));
        }

        assertThat(PairStatistics.of(days, JobEquivalent.REFERENCE))
                .anySatisfy(suspicion -> {
                    assertThat(suspicion.kind()).isEqualTo(Suspicion.Kind.PAIR);
                    assertThat(suspicion.requester()).isEqualTo("liar");
                    assertThat(suspicion.owner()).isEqualTo("accomplice");
                    assertThat(suspicion.observed()).isEqualTo(150);
                })
                .noneSatisfy(suspicion -> assertThat(suspicion.owner()).isEqualTo("m4"));
    }

    @Test
    void an_owner_who_lives_on_few_is() {
        List<PairDay> days = honest(new Random(2), 20, 500);
        for (String customer : List.of("a", "b", "c", "d", "e")) {
            days.add(pair(0, customer, "farm", 10));
        }

        assertThat(PairStatistics.of(days, JobEquivalent.REFERENCE)).anySatisfy(suspicion -> {
            assertThat(suspicion.kind()).isEqualTo(Suspicion.Kind.FEW_CUSTOMERS);
            assertThat(suspicion.owner()).isEqualTo("farm");
            assertThat(suspicion.observed()).isEqualTo(0.6);
        });
    }

    @Test
    void in_a_small_network_everybody_lives_on_few() {
        assertThat(PairStatistics.of(
                        List.of(pair(0, "ana", "ben", 100), pair(0, "ben", "ana", 100), pair(0, "eva", "ben", 100)),
                        JobEquivalent.REFERENCE))
                .isEmpty();
    }

    @Test
    void nothing_is_no_trouble() {
        assertThat(PairStatistics.of(List.of(), JobEquivalent.REFERENCE)).isEmpty();
        assertThat(PairStatistics.of(List.of(new PairDay(0, "a", "b", 1, 0)), JobEquivalent.REFERENCE))
                .isEmpty();
    }
}
