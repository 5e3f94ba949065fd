/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A page of a PDF that is a picture is told from one of text with pictures beside it. */
class PdfPictureExtentTest {

    private final CountedPdf pdf = new CountedPdf();

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
    void a_logo_and_a_little_text_are_no_scan_and_a_scan_with_a_stamp_is_one() {
        int logo = pdf.stream("/Subtype/Image/Width 4000/Height 4000/Filter/DCTDecode", new byte[100]);
        String draws = "/XObject<</Im0 " + logo + " 0 R>>";
        pdf.page(pdf.packed("", CountedPdf.showing(30) + " q 100 0 0 100 0 0 cm /Im0 Do Q"), draws);
        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 0));

        pdf.page(pdf.packed("", CountedPdf.showing(30) + " q 600 0 0 700 0 0 cm /Im0 Do Q"), draws);
        assertThat(pdf.extent()).isEqualTo(new FileExtent(1, 1));
    }
}
