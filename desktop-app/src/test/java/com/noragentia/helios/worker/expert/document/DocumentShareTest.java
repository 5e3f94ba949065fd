/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.worker.extract.ExtractedDocument;
import com.noragentia.helios.worker.extract.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentShareTest {

    private static ExtractedDocument document(int... lengths) {
        List<Paragraph> paragraphs = IntStream.range(0, lengths.length)
                .mapToObj(i -> new Paragraph(1 + i / 3, i + 1, "x".repeat(lengths[i])))
                .toList();
        return new ExtractedDocument("a.pdf", FileType.PDF, 43, paragraphs);
    }

    @Test
    void every_paragraph_is_in_exactly_one_share_and_shares_are_about_even() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            ExtractedDocument document =
                    document(random.ints(1 + random.nextInt(300), 1, 900).toArray());
            int of = 1 + random.nextInt(16);
            List<Paragraph> all = new ArrayList<>();
            long pages = 0;
            long even = document.text().length() / of;
            for (int number = 1; number <= of; number++) {
                List<Paragraph> own = DocumentShare.of(document, new Share(number, of));
                all.addAll(own);
                pages += new Share(number, of).countedOf(document.pages());
                assertThat(own.stream().mapToInt(one -> one.text().length()).sum())
                        .isLessThanOrEqualTo((int) even + 900);
            }
            assertThat(all).isEqualTo(document.paragraphs());
            assertThat(pages).isEqualTo(43);
        }
    }

    @Test
    void one_long_paragraph_is_not_torn_apart() {
        ExtractedDocument document = document(50_000);

        assertThat(DocumentShare.of(document, new Share(1, 4))).hasSize(1);
        assertThat(DocumentShare.of(document, new Share(4, 4))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "3, 2", "1, 17", "-1, -1", "1, 0", "2147483647, 2147483647"})
    void a_share_that_cannot_be_is_refused(int number, int of) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DocumentShare.check(new Share(number, of)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }
}
