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

/** The objects of a PDF are found however they are packed and written; what cannot be looked into costs more. */
class PdfObjectExtentTest {

    private final CountedPdf pdf = new CountedPdf();

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
