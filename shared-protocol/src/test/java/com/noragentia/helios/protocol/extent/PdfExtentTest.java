/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void a_stamp_that_all_pages_of_a_scan_have_is_no_text_and_pages_with_other_words_are_slides() {
        int picture = pdf.stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", new byte[100]);
        String draws = "/XObject<</Im0 " + picture + " 0 R>>";
        for (int i = 0; i < 5; i++) {
            pdf.page(pdf.packed("", "q 612 0 0 792 0 0 cm /Im0 Do Q " + CountedPdf.showing(100 + i % 2)), draws);
        }
        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 5));

        CountedPdf slides = new CountedPdf();
        int background = slides.stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", new byte[100]);
        for (int i = 0; i < 5; i++) {
            slides.page(
                    slides.packed("", "q 612 0 0 792 0 0 cm /Im0 Do Q " + CountedPdf.showing(100 + 30 * i)),
                    "/XObject<</Im0 " + background + " 0 R>>");
        }
        assertThat(slides.extent()).isEqualTo(new FileExtent(1, 0));
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
    void a_form_counts_each_time_that_it_is_shown_by_whatever_name() {
        int form = pdf.packed("/Subtype/Form/Width 9/Height 9", CountedPdf.showing(3_000));
        pdf.page(pdf.packed("", "/F#6f Do q /Fo Do Q /Fo Do"), "/XObject<</F#6F " + form + " 0 R>>");

        assertThat(pdf.extent().units()).isEqualTo(3);
    }

    @Test
    void forms_within_forms_count_as_deep_as_readers_go() {
        int form = pdf.packed("/Subtype/Form", CountedPdf.showing(30_000));
        for (int i = 0; i < 40; i++) {
            form = pdf.packed("/Subtype/Form/Resources<</XObject<</F " + form + " 0 R>>>>", "/F Do");
        }
        pdf.page(pdf.packed("", "/F Do"), "/XObject<</F " + form + " 0 R>>");

        assertThat(pdf.extent().units()).isEqualTo(10);
    }

    @Test
    void the_same_contents_with_other_forms_are_other_pages() {
        int small = pdf.packed("/Subtype/Form", CountedPdf.showing(10));
        int large = pdf.packed("/Subtype/Form", CountedPdf.showing(9_000));
        int draws = pdf.packed("", "/F Do");
        pdf.page(draws, "/XObject<</F " + small + " 0 R>>");
        pdf.page(draws, "/XObject<</F " + large + " 0 R>>");

        assertThat(pdf.extent().units()).isEqualTo(4);
    }

    @Test
    void a_page_counts_as_often_as_the_tree_names_it() {
        int page = pdf.page(pdf.packed("", CountedPdf.showing(3_000)), "");
        pdf.object("<</Type/Pages/Kids[" + (page + " 0 R ").repeat(20) + "]>>");

        assertThat(pdf.extent().units()).isEqualTo(20);
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

    @ParameterizedTest
    @ValueSource(strings = {"/DecodeParms<</Predictor 12>>", "/F(elsewhere)"})
    void what_is_rearranged_counts_by_what_it_unpacks_to(String keys) {
        pdf.page(pdf.packed(keys, "x".repeat(9_000)), "");

        assertThat(pdf.extent().units()).isEqualTo(3);
    }

    @Test
    void an_object_in_the_midst_of_a_stream_does_not_end_it() {
        String text = "BT % 9 9 obj\n(" + "a".repeat(9_000) + ") Tj ET";
        pdf.page(pdf.stream("", text.getBytes(ISO_8859_1)), "");

        assertThat(pdf.extent().units()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d %% remark\n0 obj", "%d 0 %% remark\nobj"})
    void objects_behind_remarks_are_not_overlooked(String header) {
        int contents = pdf.packed("", CountedPdf.showing(9_000));
        pdf.write(header.formatted(70) + "\n<</Type/Page/Contents " + contents + " 0 R>>\nendobj\n");

        assertThat(pdf.extent().units()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void what_is_written_in_letters_is_read() {
        String hex = HexFormat.of()
                .formatHex(CountedPdf.deflated(CountedPdf.showing(9_000).getBytes(ISO_8859_1)));
        pdf.page(pdf.stream("/Filter[/ASCIIHexDecode/FlateDecode]", (hex + ">").getBytes(ISO_8859_1)), "");

        assertThat(pdf.extent().units()).isEqualTo(3);
    }

    @Test
    void a_logo_and_a_little_text_are_no_scan_and_a_scan_with_a_stamp_is_one() {
        int logo = pdf.stream("/Subtype/Image/Width 4000/Height 4000/Filter/DCTDecode", new byte[100]);
        String draws = "/XObject<</Im0 " + logo + " 0 R>>";
        pdf.page(pdf.packed("", CountedPdf.showing(30) + " q 100 0 0 100 0 0 cm /Im0 Do Q"), draws);
        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 0));

        pdf.page(pdf.packed("", CountedPdf.showing(30) + " q 600 0 0 700 0 0 cm /Im0 Do Q"), draws);
        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 1));
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
    @CsvSource({"/LZWDecode", "[/LZWDecode/FlateDecode]", "[/Crypt/FlateDecode]"})
    void what_cannot_be_unpacked_costs_more_than_the_text_that_it_may_be(String filter) {
        byte[] hidden = new byte[10_000];
        new Random(1).nextBytes(hidden);
        pdf.page(pdf.stream("/Filter" + filter, hidden), "");

        assertThat(pdf.extent().units()).isEqualTo(54);
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

        assertThat(pdf.extent()).isEqualTo(new FileExtent(33, 1));
    }

    @Test
    void names_are_read_through_their_escapes() {
        pdf.object("<</Type/P#61ge/C#6fntents " + pdf.packed("", CountedPdf.showing(9_000)) + " 0 R>>");

        assertThat(pdf.extent().units()).isEqualTo(3);
    }

    @Test
    void a_file_without_pages_that_can_be_seen_counts_by_its_bytes() {
        pdf.stream("", new byte[3_000]);

        assertThat(pdf.extent().units()).isEqualTo(17);
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
