/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.orchestrator.ledger.LedgerVerdict.Sound;
import com.noragentia.helios.protocol.api.PriceList;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a usual question costs measures everything that is strict, in networks of tiny models and of large ones. */
class JobEquivalentTest {

    private static final PriceTable TABLE = PriceTable.bundled();

    private static JobEquivalent of(String... chatModels) {
        return TABLE.offering(List.of(), List.of(chatModels)).job();
    }

    @Test
    void a_usual_question_costs_what_the_first_model_that_answers_it_takes() {
        assertThat(of("helios-retrieval-1").credits()).isEqualTo(Credits.of(0.0193));
        assertThat(of("qwen2-5-0-5b-instruct", "helios-retrieval-1").credits()).isEqualTo(Credits.of(4.85));
        assertThat(of("never heard of", "helios-demo-1").credits()).isEqualTo(Credits.of(0.0342));
        assertThat(of("minilm-l6-v2-q", "helios-demo-1").credits()).isEqualTo(Credits.of(0.0051));
        assertThat(of()).isEqualTo(JobEquivalent.REFERENCE);
    }

    @Test
    void with_three_thousand_million_parameters_in_four_bits_it_is_about_that_of_the_reference() {
        Credits usual = new Reckoning(null, 0, 3_000, 4, 0, 0).price().in(1).of(JobEquivalent.USUAL);

        assertThat(usual.toDouble()).isCloseTo(JobEquivalent.REFERENCE.credits().toDouble(), within(1.0));
    }

    @Test
    void what_is_strict_in_the_reference_is_as_strict_with_tiny_models() {
        JobEquivalent tiny = of("helios-retrieval-1");
        LedgerRules rules = new LedgerRules(Duration.ZERO, tiny);
        double ratio =
                tiny.credits().toDouble() / JobEquivalent.REFERENCE.credits().toDouble();

        assertThat(LedgerRules.USUAL.fine()).isEqualTo(Credits.of(600));
        assertThat(LedgerRules.USUAL.allowance()).isEqualTo(Credits.of(300));
        assertThat(LedgerRules.USUAL.mintPerDevice()).isEqualTo(Credits.of(600));
        assertThat(LedgerRules.USUAL.mintPerActiveDevice()).isEqualTo(Credits.of(300));
        assertThat(TierRights.of(Tier.CONTRIBUTOR).debt(JobEquivalent.REFERENCE))
                .isEqualTo(Credits.of(900));
        assertThat(rules.fine()).isEqualTo(Credits.of(600 * ratio));
        assertThat(TierRequirements.recentCredit(tiny)).isEqualTo(Credits.of(150 * ratio));
        assertThat(TierRights.weight(Tier.CONTRIBUTOR, Credits.of(1_500 * ratio), tiny))
                .isEqualTo(2);
        assertThat(JobEquivalent.REFERENCE.burn().on(Credits.of(1))).isEqualTo(Credits.of(0.5));
    }

    @Test
    void eight_in_a_hundred_of_a_usual_question_is_burned_whatever_it_costs() {
        for (JobEquivalent job : List.of(of("helios-retrieval-1"), of("helios-demo-1"), JobEquivalent.REFERENCE)) {
            assertThat(job.burn().on(job.credits())).isEqualTo(job.times(0.08));
            assertThat(job.burn().on(job.times(0.1)).toDouble() / job.times(0.1).toDouble())
                    .isBetween(0.16, 0.17);
        }
    }

    @Test
    void each_table_tells_what_was_burned_at_least_while_it_was_in_force() {
        PriceTable here = TABLE.offering(List.of(), List.of("helios-retrieval-1"));

        assertThat(here.list(1).map(PriceList::leastBurn)).contains(Credits.of(0.5));
        assertThat(here.list(2).map(PriceList::leastBurn)).contains(Credits.of(0.5));
        assertThat(here.list().leastBurn()).isEqualTo(here.job().leastBurn());
        assertThat(here.list().jobEquivalent()).isEqualTo(here.job().credits());
    }

    @Test
    void books_that_were_begun_under_the_older_rules_go_on_and_verify(@TempDir Path folder) throws IOException {
        try (LedgerTrial older = new LedgerTrial(folder, LedgerRules.USUAL)) {
            older.settle("t1", "Ana", "ben", "Ben", 0.02);
            older.failed("c1", "ben", "Ben");
            assertThat(older.owned("Ana")).isEqualTo(-0.04, within(1e-9));
        }
        try (LedgerTrial newer =
                new LedgerTrial(folder, new LedgerRules(Duration.ofHours(6), of("helios-retrieval-1")))) {
            newer.settle("t2", "Ana", "ben", "Ben", 0.02);
            newer.failed("c2", "ben", "Ben");

            assertThat(newer.owned("Ana")).isEqualTo(-0.0616, within(1e-9));
            assertThat(newer.owned("Ben")).isEqualTo(-600.386, within(1e-9));
            try (LedgerSource source = new SqlLedgerSource(newer.database(), Optional.empty())) {
                assertThat(LedgerVerification.of(source, 1)).isInstanceOf(Sound.class);
            }
        }
    }
}
