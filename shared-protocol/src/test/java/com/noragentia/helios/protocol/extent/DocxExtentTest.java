/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts in a DOCX is the text in it, however well it was packed. */
class DocxExtentTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HEAD = "<?xml version=\"1.0\"?>\n<w:document><w:body>";

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] document(String paragraph, int times) {
        return (HEAD + ("<w:p><w:r><w:t>" + paragraph + "</w:t></w:r></w:p>\n").repeat(times) + "</w:body>")
                .getBytes(UTF_8);
    }

    private static FileExtent extent(byte[] file) {
        return Counting.extent(FileType.DOCX, ByteBuffer.wrap(file));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "29, 1", "300, 11", "3000, 102"})
    void text_counts_by_its_letters_and_not_by_the_bytes_that_it_was_packed_into(int paragraphs, long pages) {
        byte[] file = zip(Map.of("word/document.xml", document("a".repeat(100), paragraphs)));

        assertThat(extent(file)).isEqualTo(new FileExtent(pages, 0));
        assertThat(file.length).as("30,000 letters come in a few hundred bytes").isLessThan(7_500);
    }

    @Test
    void pictures_beside_it_do_not_count_and_text_under_any_name_does() {
        byte[] picture = new byte[900_000];
        new Random(1).nextBytes(picture);

        assertThat(extent(zip(Map.of("word/media/a.jpg", picture, "word/document.xml", document("few", 1)))))
                .isEqualTo(new FileExtent(1, 0));
        assertThat(extent(zip(Map.of("elsewhere/text.bin", document("a".repeat(100), 300))))
                        .units())
                .isEqualTo(11);
    }

    @Test
    void text_in_cdata_counts() {
        String hidden = "<![CDATA[" + "a".repeat(30_000) + "]]>";

        assertThat(extent(zip(Map.of("word/document.xml", document(hidden, 1)))).units())
                .isEqualTo(11);
    }

    @Test
    void a_bomb_counts_as_the_longest_document_and_is_soon_counted() {
        byte[] file = zip(Map.of("word/document.xml", new byte[80_000_000]));

        assertThat(assertTimeoutPreemptively(SOON, () -> extent(file)).units()).isEqualTo(134);
    }

    @Test
    void what_is_no_zip_counts_by_its_bytes_and_dearer_than_text() {
        assertThat(extent(new byte[3_000]).units()).isEqualTo(16);
        assertThat(extent(new byte[75_000]).units()).isEqualTo(134);
    }

    @Test
    void a_bracket_in_cdata_begins_no_tag() {
        String hidden = "<![CDATA[<" + "a".repeat(30_000) + "]]>";

        assertThat(extent(zip(Map.of("word/document.xml", document(hidden, 1)))).units())
                .isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- < > -->", "<?a <b> ?>", "<w:a b='>'/>", "<!-- <![CDATA[ -->", "<w:a b=\"]]>\"/>"})
    void nothing_before_a_text_hides_it(String before) {
        assertThat(extent(zip(Map.of("word/document.xml", document(before + "a".repeat(30_000), 1))))
                        .units())
                .isEqualTo(11);
    }

    @Test
    void what_tags_alone_write_counts() {
        String cells =
                "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>".repeat(3_000) + "</w:tr></w:tbl>";

        assertThat(extent(zip(Map.of("word/document.xml", document(cells, 1)))).units())
                .as("3,000 times: a letter, a bar between blanks, and the end of a paragraph")
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "IBM037"})
    void text_in_other_letters_counts_by_its_bytes(String charset) {
        byte[] text = ("<?xml version='1.0' encoding='" + charset + "'?><a>\u3C41" + "b".repeat(30_000) + "</a>")
                .getBytes(Charset.forName(charset));

        assertThat(extent(zip(Map.of("word/document.xml", text))).units()).isGreaterThanOrEqualTo(11);
    }

    @Test
    void an_encoding_that_is_merely_named_is_believed() {
        byte[] text =
                ("<?xml version='1.0' " + " ".repeat(300) + "encoding='IBM037'?>" + "L".repeat(30_000)).getBytes(UTF_8);

        assertThat(extent(zip(Map.of("word/document.xml", text))).units()).isEqualTo(11);
    }

    @Test
    void files_that_the_list_does_not_name_count_by_the_bytes() {
        byte[] hidden = zip(Map.of("word/document.xml", document("secret", 300)));
        byte[] shown = zip(Map.of("word/document.xml", document("few", 1)));
        byte[] both = new byte[hidden.length + shown.length];
        System.arraycopy(hidden, 0, both, 0, hidden.length);
        System.arraycopy(shown, 0, both, hidden.length, shown.length);

        assertThat(extent(both).units()).isGreaterThan(1);
    }

    @Test
    void a_list_that_says_it_is_shorter_is_read_to_its_end() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.xml", document("few", 1));
        entries.put("word/document.xml", document("a".repeat(100), 300));
        byte[] file = zip(entries);
        file[file.length - 22 + 8] = 1;
        file[file.length - 22 + 10] = 1;

        assertThat(extent(file).units()).isEqualTo(11);
    }

    @Test
    void more_files_than_are_looked_at_count_by_the_bytes() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 600; i++) {
            entries.put("a" + i, new byte[0]);
        }
        entries.put("word/document.xml", document("a".repeat(100), 3_000));

        assertThat(extent(zip(entries)).units()).isEqualTo(134);
    }

    @Test
    void no_bytes_whatever_break_the_count() {
        Random random = new Random(6);
        byte[] whole = zip(Map.of("a.xml", document("text", 50), "b.bin", new byte[500]));
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(extent(broken).units()).isBetween(1L, 200L);
        }
    }
}
