/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in a PDF counts by the letters that its pages show, however they are written. */
class PdfTextExtentTest {

    private final CountedPdf pdf = new CountedPdf();

    @ParameterizedTest
    @CsvSource({"1, 200, 1", "1, 3000, 1", "1, 3001, 2", "10, 3000, 10", "40, 3000, 40", "100, 60, 2"})
    void text_counts_by_its_letters_and_not_by_the_bytes_that_it_was_packed_into(int pages, int letters, long units) {
        for (int i = 0; i < pages; i++) {
            pdf.textPage(letters);
        }

        assertThat(pdf.extent()).isEqualTo(new FileExtent(units, 0));
    }

    @Test
    void two_bytes_a_letter_are_a_letter() {
        pdf.page(pdf.packed("", "BT /F1 9 Tf [<" + "00480012".repeat(3_000) + ">-20] TJ ET"), CountedPdf.WIDE);

        assertThat(pdf.extent().units()).isEqualTo(2);
    }

    @Test
    void a_byte_a_letter_is_no_half_one_however_small_it_is() {
        pdf.page(pdf.packed("", "BT /F1 9 Tf <" + "01410142".repeat(1_500) + "> Tj ET"), CountedPdf.NARROW);

        assertThat(pdf.extent().units()).isEqualTo(2);
    }

    @Test
    void a_code_that_stands_for_many_letters_counts_as_many() {
        int table = pdf.packed(
                "",
                "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <" + "0062".repeat(30)
                        + "> endbfchar");
        pdf.page(
                pdf.packed("", "BT /F1 9 Tf (" + "AB".repeat(500) + ") Tj ET"),
                "/Font<</F1<</Subtype/Type1/ToUnicode " + table + " 0 R>>>>");

        assertThat(pdf.extent().units()).as("500 times 31").isEqualTo(6);
    }

    @Test
    void a_move_to_the_next_word_is_a_blank_and_one_within_a_word_is_none() {
        pdf.page(pdf.packed("", "BT [" + "(abcd)-333.3 ".repeat(601) + "] TJ ET"), "");
        assertThat(pdf.extent().units()).isEqualTo(2);

        pdf.page(pdf.packed("", "BT [" + "(ab)-27 (cd)80 ".repeat(600) + "] TJ ET"), "");
        assertThat(pdf.extent().units()).as("3,005 and 2,400 letters").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(%s) +0 Tj",
                "(%s) true Tj",
                "(%s) /Name Tj",
                "(%s) <</A(b)>> Tj",
                "(%s) [1 2] Tj",
                "(%s) % remark\n Tj",
                "[(%s)% ) Tj\n]TJ",
                "(%s)'",
                "1 1(%s)\"",
                "(a) Tj % (\n (%s) Tj % )\n",
                "<</A/B>>BDC(%s)Tj EMC",
                "BT(%s)Tj12 ET",
                "12Tj(%s)Tj",
                "<< endstream (%s) Tj",
                "((a)\n/F (%s) Tj)",
                "BI /W 1 ID xEI/A EI Q (%s) Tj"
            })
    void text_counts_whatever_stands_around_it(String around) {
        pdf.page(pdf.packed("", around.replace("%s", "a".repeat(9_000))), "");

        assertThat(pdf.extent().units()).isBetween(3L, 4L);
    }

    @Test
    void contents_in_pieces_are_read_as_one() {
        int begin = pdf.packed("", "BT (");
        int middle = pdf.packed("", "<</A(" + "a".repeat(9_000) + ")>>");
        int end = pdf.packed("", ") Tj ET");
        int list = pdf.object("[" + begin + " 0 R " + middle + " 0 R " + end + " 0 R]");
        pdf.page(list, "");

        assertThat(pdf.extent().units()).isEqualTo(4);
    }

    @Test
    void strings_that_are_not_shown_do_not_count() {
        pdf.page(
                pdf.packed(
                        "",
                        "/Span <</ActualText (" + CountedPdf.SENTENCE.repeat(300) + ")>> BDC EMC "
                                + CountedPdf.showing(100)),
                "");

        assertThat(pdf.extent().units()).isEqualTo(1);
    }
}
