/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts in a PDF is what its pages show, however few or many bytes that takes. */
class PdfExtentTest {

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
    void large_pictures_beside_text_are_no_pages() {
        int picture = pdf.stream("/Subtype/Image/Width 4000/Height 4000/Filter/DCTDecode", new byte[3_000_000]);
        pdf.page(pdf.packed("", CountedPdf.showing(900) + " /Im0 Do"), "/XObject<</Im0 " + picture + " 0 R>>");

        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 0));
    }

    @Test
    void pages_of_pictures_are_told_from_pages_of_text() {
        pdf.textPage(2_000);
        pdf.scan(1);
        pdf.scan(2);

        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 2));
    }

    @Test
    void one_picture_that_twenty_pages_show_is_looked_at_twenty_times() {
        int picture = pdf.stream("/Subtype/Image/Width 1700/Height 44000/Filter/JBIG2Decode", new byte[9_000]);
        for (int i = 0; i < 20; i++) {
            pdf.page(pdf.packed("", "q 0 " + i + " m W n /Im0 Do Q"), "/XObject<</Im0 " + picture + " 0 R>>");
        }

        assertThat(pdf.extent().pictured()).isEqualTo(20);
    }

    @Test
    void letters_drawn_as_shapes_are_a_picture_too_and_an_ornament_is_none() {
        pdf.page(pdf.packed("", "0 0 m 1 1 l f ".repeat(300)), "");
        pdf.page(pdf.packed("", "0 0 m 1 1 l f "), "");

        assertThat(pdf.extent().pictured()).isEqualTo(1);
    }

    @Test
    void what_a_form_shows_counts_as_often_as_pages_show_it() {
        int form = pdf.packed("/Subtype/Form", CountedPdf.showing(3_000));
        for (int i = 0; i < 12; i++) {
            pdf.page(pdf.packed("", "/Fm0 Do"), "/XObject<</Fm0 " + form + " 0 R>>");
        }

        assertThat(pdf.extent()).isEqualTo(new FileExtent(12, 0));
    }

    @Test
    void a_form_that_nobody_shows_makes_no_text_of_a_picture() {
        int form = pdf.packed("/Subtype/Form", CountedPdf.showing(3_000));
        int picture = pdf.stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", new byte[100]);
        pdf.page(pdf.packed("", "/Im0 Do"), "/XObject<</Fm0 " + form + " 0 R/Im0 " + picture + " 0 R>>");

        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 1));
    }

    @Test
    void two_bytes_a_letter_are_a_letter() {
        pdf.page(pdf.packed("", "BT [<" + "00480012".repeat(3_000) + ">-20] TJ ET"), "");

        assertThat(pdf.extent().units()).isEqualTo(2);
    }

    @Test
    void a_move_to_the_next_word_is_a_blank_and_one_within_a_word_is_none() {
        pdf.page(pdf.packed("", "BT [" + "(abcd)-333.3 ".repeat(601) + "] TJ ET"), "");
        assertThat(pdf.extent().units()).isEqualTo(2);

        pdf.page(pdf.packed("", "BT [" + "(ab)-27 (cd)80 ".repeat(600) + "] TJ ET"), "");
        assertThat(pdf.extent().units()).as("3,005 and 2,400 letters").isEqualTo(2);
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

    @Test
    void pages_that_lie_packed_in_another_object_count() {
        int contents = pdf.packed("", CountedPdf.showing(9_000));
        String page = "<</Type/Page/Contents " + contents + " 0 R>>";
        pdf.packed("/Type/ObjStm/N 1/First 5 ", "77 0 " + page);

        assertThat(pdf.extent()).isEqualTo(new FileExtent(3, 0));
    }

    @ParameterizedTest
    @CsvSource({"/LZWDecode", "[/ASCII85Decode/FlateDecode]", "/FlateDecode"})
    void what_cannot_be_unpacked_costs_more_than_the_text_that_it_may_be(String filter) {
        byte[] hidden = new byte[10_000];
        new Random(1).nextBytes(hidden);
        pdf.page(pdf.stream("/Filter" + filter, hidden), "");

        assertThat(pdf.extent().units()).isEqualTo(14);
    }

    @Test
    void behind_a_password_packed_text_costs_by_its_bytes_and_the_picture_of_a_page_is_one() {
        byte[] hidden = new byte[3_000];
        new Random(2).nextBytes(hidden);
        int picture = pdf.stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", hidden);
        int logo = pdf.stream("/Subtype/Image/Width 200/Height 100/Filter/DCTDecode", hidden);
        pdf.page(pdf.stream("/Filter/FlateDecode", hidden), "/XObject<</Logo " + logo + " 0 R>>");
        pdf.page(pdf.stream("/Filter/FlateDecode", hidden), "/XObject<</Im0 " + picture + " 0 R>>");
        pdf.write("trailer\n<</Encrypt 99 0 R>>\n");

        assertThat(pdf.extent()).isEqualTo(new FileExtent(5, 1));
    }

    @Test
    void names_are_read_through_their_escapes() {
        pdf.object("<</Type/P#61ge/C#6fntents " + pdf.packed("", CountedPdf.showing(9_000)) + " 0 R>>");

        assertThat(pdf.extent().units()).isEqualTo(3);
    }

    @Test
    void a_file_without_pages_that_can_be_seen_counts_by_its_bytes() {
        pdf.stream("", new byte[300_000]);

        assertThat(pdf.extent().units()).isEqualTo(41);
    }

    @Test
    void of_an_object_that_comes_twice_the_dearer_counts() {
        int text = pdf.packed("", CountedPdf.showing(9_000));
        int picture = pdf.stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", new byte[100]);
        int scan = pdf.packed("", "/Im0 Do");
        int page = pdf.page(text, "");
        pdf.write(page + " 0 obj\n<</Contents " + scan + " 0 R/Resources<</XObject<</Im0 " + picture
                + " 0 R>>>>>>\nendobj\n");

        assertThat(pdf.extent()).isEqualTo(new FileExtent(3, 1));
    }
}
