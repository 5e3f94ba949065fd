/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts in a PDF is what its pages show, however few or many bytes that takes. */
class PdfExtentTest {

    private static final String SENTENCE = "The harbour opens at half past six in summer and closes at dusk. ";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Pdf pdf = new Pdf();

    /** Puts objects one after the other; of what stands in none, nothing is believed anyway. */
    private static final class Pdf {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int last;

        private Pdf() {
            write("%PDF-1.7\n");
        }

        private Pdf write(String text) {
            bytes.writeBytes(text.getBytes(ISO_8859_1));
            return this;
        }

        private int object(String text) {
            write(++last + " 0 obj\n" + text + "\nendobj\n");
            return last;
        }

        private int stream(String keys, byte[] data) {
            write(++last + " 0 obj\n<<" + keys + "/Length " + data.length + ">>\nstream\n");
            bytes.writeBytes(data);
            write("\nendstream\nendobj\n");
            return last;
        }

        private int packed(String keys, String content) {
            return stream(keys + "/Filter/FlateDecode", deflated(content.getBytes(ISO_8859_1)));
        }

        private int page(int contents, String resources) {
            return object("<</Type/Page/Contents " + contents + " 0 R/Resources<<" + resources + ">>>>");
        }

        private void textPage(int letters) {
            page(packed("", showing(letters)), "");
        }

        private void scan(int number) {
            int picture = stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", new byte[100 + number]);
            page(packed("", "q 595 0 0 842 0 0 cm /Im0 Do Q"), "/XObject<</Im0 " + picture + " 0 R>>");
        }

        private FileExtent extent() {
            return Counting.extent(FileType.PDF, ByteBuffer.wrap(bytes.toByteArray()));
        }
    }

    private static byte[] deflated(byte[] open) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            out.write(open);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static String showing(int letters) {
        return "BT /F1 12 Tf 72 700 Td ("
                + SENTENCE.repeat(letters / SENTENCE.length() + 1).substring(0, letters) + ") Tj ET";
    }

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
        pdf.page(pdf.packed("", showing(900) + " /Im0 Do"), "/XObject<</Im0 " + picture + " 0 R>>");

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
        int form = pdf.packed("/Subtype/Form", showing(3_000));
        for (int i = 0; i < 12; i++) {
            pdf.page(pdf.packed("", "/Fm0 Do"), "/XObject<</Fm0 " + form + " 0 R>>");
        }

        assertThat(pdf.extent()).isEqualTo(new FileExtent(12, 0));
    }

    @Test
    void a_form_that_nobody_shows_makes_no_text_of_a_picture() {
        int form = pdf.packed("/Subtype/Form", showing(3_000));
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
        pdf.page(pdf.packed("", "/Span <</ActualText (" + SENTENCE.repeat(300) + ")>> BDC EMC " + showing(100)), "");

        assertThat(pdf.extent().units()).isEqualTo(1);
    }

    @Test
    void pages_that_lie_packed_in_another_object_count() {
        int contents = pdf.packed("", showing(9_000));
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
    void names_are_read_through_their_escapes() {
        pdf.object("<</Type/P#61ge/C#6fntents " + pdf.packed("", showing(9_000)) + " 0 R>>");

        assertThat(pdf.extent().units()).isEqualTo(3);
    }

    @Test
    void a_file_without_pages_that_can_be_seen_counts_by_its_bytes() {
        pdf.stream("", new byte[300_000]);

        assertThat(pdf.extent().units()).isEqualTo(41);
    }

    @Test
    void of_an_object_that_comes_twice_the_dearer_counts() {
        int text = pdf.packed("", showing(9_000));
        int picture = pdf.stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", new byte[100]);
        int scan = pdf.packed("", "/Im0 Do");
        int page = pdf.page(text, "");
        pdf.write(page + " 0 obj\n<</Contents " + scan + " 0 R/Resources<</XObject<</Im0 " + picture
                + " 0 R>>>>>>\nendobj\n");

        assertThat(pdf.extent()).isEqualTo(new FileExtent(3, 1));
    }

    @Test
    void a_bomb_counts_as_the_longest_document_and_is_soon_counted() {
        int bomb = pdf.stream("/Filter/FlateDecode", deflated(new byte[200_000_000]));
        for (int i = 0; i < 500; i++) {
            pdf.page(bomb, "");
        }

        FileExtent extent = assertTimeoutPreemptively(SOON, pdf::extent);

        assertThat(extent.units()).isEqualTo(134);
    }

    @Test
    void forms_that_show_each_other_and_themselves_end() {
        StringBuilder all = new StringBuilder();
        StringBuilder draw = new StringBuilder(showing(10));
        for (int i = 1; i <= 300; i++) {
            all.append("/F").append(i).append(' ').append(i).append(" 0 R ");
            draw.append(" /F").append(i).append(" Do");
        }
        for (int i = 1; i <= 300; i++) {
            pdf.packed("/Subtype/Form/Resources<</XObject<<" + all + ">>>>", draw.toString());
        }
        pdf.page(1, "/XObject<<" + all + ">>");

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isBetween(1L, 200L);
    }

    @Test
    void many_references_to_many_objects_are_soon_given_up_and_cost_by_the_bytes() {
        StringBuilder array = new StringBuilder();
        int content = pdf.packed("", showing(10));
        for (int i = 0; i < 20_000; i++) {
            array.append(content).append(" 0 R ");
        }
        int list = pdf.object("[" + array + "]");
        for (int i = 0; i < 20_000; i++) {
            pdf.page(list, "");
        }

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isGreaterThan(100);
    }

    @Test
    void an_endless_list_of_packed_objects_takes_neither_time_nor_room() {
        String endless = "1 1 ".repeat(4_000_000);
        for (int i = 0; i < 4; i++) {
            pdf.packed("/Type/ObjStm/N 4000000/First 15999999 ", endless);
        }

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isBetween(1L, 200L);
    }

    @Test
    void a_long_list_of_names_is_read_once_whoever_shares_it() {
        StringBuilder names = new StringBuilder();
        int form = pdf.packed("/Subtype/Form", showing(100));
        for (int i = 0; i < 300_000; i++) {
            names.append("/N").append(i).append(' ').append(form).append(" 0 R");
        }
        int list = pdf.object("<<" + names + ">>");
        int resources = pdf.object("<</XObject " + list + " 0 R>>");
        int draws = pdf.packed("", "/N5 Do");
        for (int i = 0; i < 20_000; i++) {
            pdf.object("<</Type/Page/Contents " + draws + " 0 R/Resources " + resources + " 0 R>>");
        }

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent)).isEqualTo(new FileExtent(200, 0));
    }

    @Test
    void no_bytes_whatever_break_the_count() {
        Random random = new Random(5);
        for (int i = 0; i < 5; i++) {
            pdf.textPage(3_000);
            pdf.scan(i);
        }
        byte[] whole = pdf.bytes.toByteArray();
        for (int round = 0; round < 3_000; round++) {
            byte[] broken = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            FileExtent extent = Counting.extent(
                    FileType.PDF,
                    ByteBuffer.wrap(broken, 0, random.nextInt(broken.length)).slice());
            assertThat(extent.units()).isBetween(1L, 200L);
        }
    }
}
