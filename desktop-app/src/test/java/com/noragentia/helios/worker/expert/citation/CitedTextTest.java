/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.worker.expert.document.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CitedTextTest {

    private static final CitationCheck CHECK = new CitationCheck();
    private static final List<Passage> LEASE = List.of(
            passage(1, "The flat has four rooms and a balcony.", "It lies on the third floor."),
            passage(2, "The rent is 780 euros a month.", "The deposit is three times the rent."),
            passage(3, "Pets need the consent of the landlord."));

    private final CitedText text = new CitedText(LEASE, Language.EN, CHECK);
    private final List<String> pieces = new ArrayList<>();

    private static Passage passage(int page, String... sentences) {
        return new Passage("lease.pdf", page, null, Language.EN, "", List.of(sentences));
    }

    private void write(String words) {
        pieces.addAll(text.next(words));
        pieces.addAll(text.finish());
    }

    @Test
    void sources_are_the_quoted_sentences_in_the_order_of_their_numbers() {
        write(
                "The rent is 780 euros a month. [2] The flat has four rooms [1]. The deposit is three times the rent [2].");

        assertThat(text.text())
                .isEqualTo(
                        "The rent is 780 euros a month [1]. The flat has four rooms [2]. The deposit is three times the rent [3].")
                .isEqualTo(String.join("", pieces));
        assertThat(pieces).hasSize(3);
        assertThat(text.sources())
                .containsExactly(
                        new Source("lease.pdf", 2, null, "The rent is 780 euros a month."),
                        new Source("lease.pdf", 1, null, "The flat has four rooms and a balcony."),
                        new Source("lease.pdf", 2, null, "The deposit is three times the rent."));
        assertThat(text.withheld()).isZero();
    }

    @Test
    void what_no_passage_bears_out_is_withheld_and_counted() {
        write("The rent is 680 euros a month [2]. Dogs are welcome [3]. The rent is 780 euros a month [2].");

        assertThat(text.text()).isEqualTo("The rent is 780 euros a month [1].");
        assertThat(text.withheld()).isEqualTo(2);
    }

    @Test
    void a_passage_that_is_not_there_bears_nothing_out_but_the_right_one_is_found() {
        write("Pets need the consent of the landlord [99]. The sea is blue [0]. The rent is 780 euros a month.");

        assertThat(text.text())
                .isEqualTo("Pets need the consent of the landlord [1]. The rent is 780 euros a month [2].");
        assertThat(text.sources()).extracting(Source::page).containsExactly(3, 2);
        assertThat(text.withheld()).isOne();
    }

    @Test
    void a_sentence_that_names_a_wrong_passage_besides_keeps_the_right_one() {
        write("The rent is 780 euros a month [1][2][3].");

        assertThat(text.text()).isEqualTo("The rent is 780 euros a month [1].");
        assertThat(text.sources()).extracting(Source::page).containsExactly(2);
    }

    @Test
    void what_is_said_again_is_shown_once() {
        write("The rent is 780 euros a month [2]. ".repeat(40));

        assertThat(text.text()).isEqualTo("The rent is 780 euros a month [1].");
    }

    @Test
    void a_list_stays_one() {
        write(
                "- The rent is 780 euros a month [2].\n- Cats cost 90 euros [2].\n- Pets need the consent of the landlord [3].");

        assertThat(text.text())
                .isEqualTo("- The rent is 780 euros a month [1].\n- Pets need the consent of the landlord [2].");
    }

    @Test
    void a_flood_is_stopped() {
        List<Passage> many = IntStream.range(0, 200)
                .mapToObj(i -> passage(i + 1, "House number " + (1_000 + i) + " is green."))
                .toList();
        CitedText flooded = new CitedText(many, Language.EN, CHECK);
        for (int i = 0; i < 200; i++) {
            flooded.next("House number " + (1_000 + i) + " is green [" + (i + 1) + "].\n");
        }

        assertThat(flooded.isFull()).isTrue();
        assertThat(flooded.sources()).hasSize(CitedText.SOURCES);
    }

    @Test
    void words_without_end_are_stopped_too() {
        CitedText babble = new CitedText(LEASE, Language.EN, CHECK);
        for (int i = 0; i < CitedText.CLAIMS + 1; i++) {
            babble.next("Nothing of this is true. ");
        }

        assertThat(babble.isFull()).isTrue();
        assertThat(babble.text()).isEmpty();
    }
}
