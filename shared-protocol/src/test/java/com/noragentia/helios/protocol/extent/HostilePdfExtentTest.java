/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.noragentia.helios.protocol.task.FileType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a PDF makes the counting slow, large or wrong in favour of who sends it. */
class HostilePdfExtentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final CountedPdf pdf = new CountedPdf();

    @Test
    void a_bomb_counts_as_the_longest_document_and_is_soon_counted() {
        int bomb = pdf.stream("/Filter/FlateDecode", CountedPdf.deflated(new byte[80_000_000]));
        for (int i = 0; i < 500; i++) {
            pdf.page(bomb, "");
        }

        FileExtent extent = assertTimeoutPreemptively(SOON, pdf::extent);

        assertThat(extent.units()).isEqualTo(134);
    }

    @Test
    void forms_that_show_each_other_and_themselves_end() {
        StringBuilder all = new StringBuilder();
        StringBuilder draw = new StringBuilder(CountedPdf.showing(10));
        for (int i = 1; i <= 300; i++) {
            all.append("/F").append(i).append(' ').append(i).append(" 0 R ");
            draw.append(" /F").append(i).append(" Do");
        }
        for (int i = 1; i <= 300; i++) {
            pdf.packed("/Subtype/Form/Resources<</XObject<<" + all + ">>>>", draw.toString());
        }
        pdf.page(1, "/XObject<<" + all + ">>");

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(134);
    }

    @Test
    void many_references_to_many_objects_are_soon_given_up_and_cost_by_the_bytes() {
        StringBuilder array = new StringBuilder();
        int content = pdf.packed("", CountedPdf.showing(10));
        for (int i = 0; i < 20_000; i++) {
            array.append(content).append(" 0 R ");
        }
        int list = pdf.object("[" + array + "]");
        for (int i = 0; i < 20_000; i++) {
            pdf.page(list, "");
        }

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(134);
    }

    @Test
    void an_endless_list_of_packed_objects_takes_neither_time_nor_room() {
        String endless = "1 1 ".repeat(4_000_000);
        for (int i = 0; i < 4; i++) {
            pdf.packed("/Type/ObjStm/N 4000000/First 15999999 ", endless);
        }

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(134);
    }

    @Test
    void a_long_list_of_names_is_read_once_whoever_shares_it() {
        StringBuilder names = new StringBuilder();
        int form = pdf.packed("/Subtype/Form", CountedPdf.showing(100));
        for (int i = 0; i < 100_000; i++) {
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
        byte[] whole = pdf.whole();
        assertThat(pdf.extent()).isEqualTo(new FileExtent(5, 5));
        int fewer = 0;
        for (int round = 0; round < 1_500; round++) {
            byte[] broken = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            FileExtent cut = Counting.extent(
                    FileType.PDF,
                    ByteBuffer.wrap(broken, 0, random.nextInt(broken.length)).slice());
            assertThat(cut.units()).isBetween(1L, 200L);
            fewer += Counting.extent(FileType.PDF, ByteBuffer.wrap(broken)).units() < 3 ? 1 : 0;
        }
        assertThat(fewer)
                .as("files of five pages in which a few broken bytes hide most")
                .isLessThan(300);
    }

    /** Each bracket looks for its end through all the others. */
    @ParameterizedTest
    @ValueSource(strings = {"/Contents[", "/Contents [ 1 0 R /XObject<<", "/Resources 1 0 R"})
    void brackets_that_never_close_count_as_the_longest_document(String open) {
        pdf.object("<</Type/Page/Contents 2 0 R " + open.repeat(8_000_000 / open.length()));
        pdf.stream("/Filter[".repeat(500_000), CountedPdf.showing(10).getBytes(ISO_8859_1));

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(134);
    }

    @Test
    void a_long_list_that_many_pages_have_is_read_once() {
        int list = pdf.object("[" + " ".repeat(8_000_000) + "]");
        for (int i = 0; i < 1_000; i++) {
            pdf.page(list, "");
        }

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(1);
    }

    @Test
    void a_name_for_very_many_pictures_that_many_pages_draw_counts_as_the_longest_document() {
        int picture = pdf.stream("/Subtype/Image/Width 10/Height 10", new byte[100]);
        int list = pdf.object("<<" + ("/A " + picture + " 0 R").repeat(90_000) + ">>");
        for (int i = 0; i < 100; i++) {
            pdf.page(pdf.packed("/Number " + i, "/A Do"), "/XObject " + list + " 0 R");
        }

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(134);
    }

    @Test
    void streams_that_never_end_count_as_the_longest_document() {
        pdf.write("9 0 obj<</First 0>>stream\n".repeat(300_000));

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(134);
    }

    @Test
    void streams_that_say_nothing_at_great_length_count_as_the_longest_document() {
        pdf.write("9 0 obj<</First 0/Filter/Fl>>stream\nxx".repeat(10_000));
        pdf.write("\0\0\0\u00FF\u00FF".repeat(2_000_000)); // stored blocks of no bytes

        assertThat(assertTimeoutPreemptively(SOON, pdf::extent).units()).isEqualTo(134);
    }
}
