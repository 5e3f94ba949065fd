/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.citation.Figures.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500     | EN | 1500",
                "1,500    | EN | 1500",
                "1.500    | ES | 1500",
                "1 500    | EN | 1,500",
                "1,500.00 | EN | 1500",
                "1.500,50 | ES | 1500.5",
                "2,5      | ES | 2.5",
                "2.50     | EN | 2.5",
                "1,234,567 | EN | 1234567",
                "09:05    | EN | 9:05",
                "007      | EN | 7",
                "twelve   | EN | 12",
                "twenty-five | EN | 25",
                "twenty five | EN | 25",
                "treinta y cinco | ES | 35",
                "veintidós | ES | 22",
                "thirty   | EN | 30",
                "mil      | ES | 1000",
            })
    void a_number_has_one_form(String written, Language language, String form) {
        assertThat(Figures.numbers(written, language)).containsExactlyInAnyOrder(form.split(","));
    }

    @Test
    void what_is_counted_stands_after_it_or_is_a_sign() {
        assertThat(Figures.of("780 euros, €20, 15 % and three rooms.", Language.EN))
                .containsExactly(
                        new Figure("780", "euros"),
                        new Figure("20", "euros"),
                        new Figure("15", "percent"),
                        new Figure("3", "rooms"));
    }

    @Test
    void articles_are_no_numbers() {
        assertThat(Figures.of("One day a man found an umbrella.", Language.EN)).isEmpty();
        assertThat(Figures.of("Un día una mujer encontró uno.", Language.ES)).isEmpty();
    }

    @Test
    void a_flood_of_digits_is_read_in_time() {
        assertThat(Figures.of("9".repeat(5_000) + " " + "1,".repeat(5_000), Language.EN))
                .isNotEqualTo(List.of());
    }
}
