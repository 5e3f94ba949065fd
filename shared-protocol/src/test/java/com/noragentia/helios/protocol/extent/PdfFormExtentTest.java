/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands in a PDF once counts as often as it is shown. */
class PdfFormExtentTest {

    private final CountedPdf pdf = new CountedPdf();

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
}
