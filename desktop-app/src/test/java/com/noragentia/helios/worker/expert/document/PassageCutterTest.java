/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.extract.Paragraph;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PassageCutterTest {

    @Test
    void a_numbered_heading_stands_above_what_follows_it() {
        List<Passage> passages = cut("4. Deposit", "It is three times the rent.");

        assertThat(passages).singleElement().satisfies(passage -> {
            assertThat(passage.heading()).isEqualTo("4. Deposit");
            assertThat(passage.sentences()).containsExactly("It is three times the rent.");
        });
    }

    @Test
    void numbered_points_without_text_below_them_are_all_kept() {
        assertThat(cut("1. Pan", "2. Leche", "• fresca", "3. Sal"))
                .extracting(Passage::sentences)
                .containsExactly(List.of("1. Pan"), List.of("2. Leche"), List.of("• fresca"), List.of("3. Sal"));
    }

    private static List<Passage> cut(String... paragraphs) {
        return new PassageCutter("a.docx", Language.EN)
                .cut(IntStream.range(0, paragraphs.length)
                        .mapToObj(i -> new Paragraph(null, i + 1, paragraphs[i]))
                        .toList());
    }
}
