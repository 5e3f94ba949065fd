/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Requirement;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.Language;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandingPhrasesTest {

    private static final StandingPhrases EN = new StandingPhrases(Language.EN, ZoneOffset.UTC);
    private static final StandingPhrases ES = new StandingPhrases(Language.ES, ZoneOffset.UTC);

    @Test
    void who_has_just_come_reads_how_to_begin_and_how_far_it_is() {
        assertThat(EN.story(StandingReports.visitor()))
                .contains("For “Newcomer” it takes:", "  4 of 10 checks passed", "Questions to others today: 0 of 10")
                .anySatisfy(line -> assertThat(line).contains("contribute first"));
        assertThat(ES.story(StandingReports.visitor()))
                .contains("  4 de 10 comprobaciones superadas")
                .anySatisfy(line -> assertThat(line).contains("aporta primero"));
    }

    @Test
    void who_contributes_reads_until_when() {
        assertThat(EN.story(StandingReports.contributor(false)))
                .contains("  120.5 of 150 credits a day: 4 of 5 usual answers", "Questions to others today: 3")
                .anySatisfy(line -> assertThat(line).contains("lasts until Mar 4, 2026"));
        assertThat(ES.story(StandingReports.contributor(true)))
                .contains("  120,5 de 150 créditos al día: 4 de 5 respuestas usuales")
                .anySatisfy(line -> assertThat(line).contains("Lo conservas hasta el 4 mar 2026"));
    }

    @Test
    void where_questions_cost_next_to_nothing_figures_are_still_told() {
        assertThat(EN.story(StandingReports.tiny()))
                .contains("  0.0386 of 0.0965 credits a day: 2 of 5 usual answers")
                .anySatisfy(line -> assertThat(line)
                        .contains("debt up to 0.193 credits, as much as 10 usual answers cost", "busy: 0.25"));
        assertThat(ES.story(StandingReports.tiny()))
                .contains("  0,0386 de 0,0965 créditos al día: 2 de 5 respuestas usuales")
                .anySatisfy(line -> assertThat(line).contains("0,193 créditos, lo que cuestan 10 respuestas usuales"));
        assertThat(EN.line(StandingReports.tiny())).contains("2 of 5 usual answers");
    }

    @Test
    void where_the_network_does_not_tell_what_a_usual_question_costs_credits_alone_are_told() {
        for (StandingReport report : List.of(
                StandingReports.with(StandingReports.tiny(), null),
                StandingReports.with(StandingReports.tiny(), Credits.ZERO))) {
            assertThat(EN.story(report))
                    .contains("  0.0386 of 0.0965 credits a day")
                    .noneSatisfy(line -> assertThat(line).containsAnyOf("usual", "∞", "NaN"));
            assertThat(ES.story(report))
                    .contains("  0,0386 de 0,0965 créditos al día")
                    .noneSatisfy(line -> assertThat(line).containsAnyOf("usuales", "∞", "NaN"));
        }
    }

    @Test
    void where_everybody_may_ask_that_is_all_there_is_to_know() {
        assertThat(EN.story(StandingReports.open()))
                .hasSize(2)
                .last()
                .asString()
                .contains("every member may ask");
        assertThat(ES.story(StandingReports.open())).last().asString().contains("todo miembro");
    }

    @Test
    void one_line_says_what_matters_most() {
        assertThat(EN.line(StandingReports.visitor())).isEqualTo("Visitor · 4 of 10 checks passed");
        assertThat(EN.line(StandingReports.contributor(false))).isEqualTo("Contributor · 812.25 credits");
        assertThat(ES.line(StandingReports.contributor(true))).startsWith("Colaborador hasta el 4 mar 2026");
    }

    @ParameterizedTest
    @EnumSource
    void everything_that_can_be_told_has_words(Language language) {
        Phrases phrases = Phrases.beside(StandingPhrases.class, "standing", language);
        Stream<String> keys = Stream.of(
                        Stream.of(Tier.values()).map(tier -> "tier." + slug(tier)),
                        Stream.of(Tier.values()).map(tier -> "standing." + slug(tier)),
                        Stream.of(Requirement.values()).map(requirement -> "missing." + slug(requirement)))
                .flatMap(all -> all);

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(phrases.has(key)).as(key).isTrue());
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
