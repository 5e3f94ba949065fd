/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileTypeTest {

    @ParameterizedTest
    @CsvSource({"report.pdf,PDF", "REPORT.PDF,PDF", "a.b.docx,DOCX", "x.jpeg,JPEG", "x.jpg,JPEG", "notes.md,MARKDOWN"})
    void the_extension_names_the_type(String name, FileType type) {
        assertThat(FileType.ofName(name)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"setup.exe", "archive.zip", "pdf", "picture.svg", "old.doc", "trailing."})
    void other_files_have_no_type(String name) {
        assertThat(FileType.ofName(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FileType.class,
            names = {"TEXT", "MARKDOWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_windows_program_passes_for_nothing(FileType type) {
        assertThat(type.matches("MZ\u0090\0\u0003".getBytes(ISO_8859_1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = FileType.class,
            names = {"TEXT", "MARKDOWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void an_empty_file_passes_for_nothing(FileType type) {
        assertThat(type.matches(new byte[0])).isFalse();
    }

    @Test
    void text_with_a_nul_is_no_text() {
        assertThat(FileType.TEXT.matches("MZ\0".getBytes(ISO_8859_1))).isFalse();
        assertThat(FileType.TEXT.matches("¡Hola!".getBytes(ISO_8859_1))).isTrue();
    }

    @Test
    void first_bytes_tell_pictures_apart() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

        assertThat(FileType.PNG.matches(png)).isTrue();
        assertThat(FileType.JPEG.matches(png)).isFalse();
    }

    @Test
    void text_taken_out_of_a_document_keeps_its_name() {
        assertThat(FileType.HELIOS_TEXT.fitsName("lease.pdf")).isTrue();
        assertThat(FileType.HELIOS_TEXT.fitsName("normas.docx")).isTrue();
        assertThat(FileType.HELIOS_TEXT.fitsName("a.heliostext")).isTrue();
        assertThat(FileType.HELIOS_TEXT.fitsName("photo.png")).isFalse();
        assertThat(FileType.HELIOS_TEXT.fitsName("setup.exe")).isFalse();
        assertThat(FileType.PDF.fitsName("lease.pdf")).isTrue();
        assertThat(FileType.PDF.fitsName("lease.docx")).isFalse();
    }

    @Test
    void text_taken_out_says_what_it_is_in_its_first_line() {
        assertThat(FileType.HELIOS_TEXT.matches("Helios-Text/1\tpdf\t3\n".getBytes(ISO_8859_1)))
                .isTrue();
        assertThat(FileType.HELIOS_TEXT.matches("\nHelios-Text/1\tpdf\t3\n".getBytes(ISO_8859_1)))
                .isFalse();
        assertThat(FileType.HELIOS_TEXT.matches("Helios-Text/1\tpdf\t3\n\0".getBytes(ISO_8859_1)))
                .isFalse();
        assertThat(FileType.HELIOS_TEXT.matches("Helios-Text/2\tpdf\t3\n".getBytes(ISO_8859_1)))
                .isFalse();
    }

    @Test
    void an_archive_with_a_pdf_inside_is_no_pdf() {
        assertThat(FileType.PDF.matches("\n%PDF-1.7\n".getBytes(ISO_8859_1))).isTrue();
        assertThat(FileType.PDF.matches("PK\u0003\u0004%PDF-1.7\n".getBytes(ISO_8859_1)))
                .isFalse();
    }
}
