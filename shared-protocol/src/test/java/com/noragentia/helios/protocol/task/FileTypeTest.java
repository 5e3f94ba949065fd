/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(FileType.HELIOS_TEXT.matches("Helios-Text/2\tpdf\t3\t3\n".getBytes(ISO_8859_1)))
                .isTrue();
        assertThat(FileType.HELIOS_TEXT.matches("Helios-Text/3\tpdf\t3\n".getBytes(ISO_8859_1)))
                .isFalse();
    }

    /** One file must not be a picture to one program and a document to the next. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004", "PK\u0005\u0006", "\u0089PNG\r\n\u001A\n", "\u00FF\u00D8\u00FF\u00E0", "ID3\u0003",
                        "\u00FF\u00FB\u0090",
                "RIFF\0\0\0\0WAVE", "GIF89a", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "MZ\u0090",
                        "\u007FELF", "\u001F\u008B",
                "<!DOCTYPE html>", "#!/bin/sh\n", "Helios-Text/1\tpdf\t3\n"
            })
    void what_begins_as_another_file_is_no_pdf_however_soon_one_follows(String magic) {
        for (int gap : new int[] {0, 1, 900}) {
            byte[] head = (magic + " ".repeat(gap) + "%PDF-1.7\n").getBytes(ISO_8859_1);

            assertThat(FileType.PDF.matches(head)).isFalse();
        }
        assertThat(FileType.PDF.matches(("%PDF-1.7\n" + magic).getBytes(ISO_8859_1)))
                .isTrue();
    }

    @Test
    void an_archive_with_a_pdf_inside_is_no_pdf() {
        assertThat(FileType.PDF.matches("\n%PDF-1.7\n".getBytes(ISO_8859_1))).isTrue();
        assertThat(FileType.PDF.matches("PK\u0003\u0004%PDF-1.7\n".getBytes(ISO_8859_1)))
                .isFalse();
    }
}
