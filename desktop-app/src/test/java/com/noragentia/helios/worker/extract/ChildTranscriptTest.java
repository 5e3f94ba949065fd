/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a child may make its parent believe: nothing that no document could be. */
@Timeout(10)
class ChildTranscriptTest {

    private static final String READY = "{'type':'ready'}";
    private static final String WORDS = "{'type':'found','paragraph':{'page':1,'number':1,'text':'Some words.'}}";

    private static Extraction read(String... lines) {
        String said = String.join("\n", lines).replace('\'', '"') + "\n";
        return new ChildTranscript(
                        new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)),
                        new ResultFile(Path.of("target")),
                        FileType.PDF)
                .read();
    }

    @Test
    void what_a_document_could_be_is_taken() {
        assertThat(read(READY, WORDS, "{'type':'finished','pages':200,'pictured':[200]}"))
                .isEqualTo(new Extraction.Text(200, List.of(new Paragraph(1, 1, "Some words.")), List.of(200)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'finished','pages':2147483647,'pictured':[1]}",
                "{'type':'finished','pages':201,'pictured':[]}",
                "{'type':'finished','pages':-1,'pictured':[]}",
                "{'type':'finished','pages':0,'pictured':[]}",
                "{'type':'finished','pages':3,'pictured':[4]}",
                "{'type':'finished','pages':3,'pictured':[0]}",
                "{'type':'finished','pages':3,'pictured':[null]}",
                "{'type':'finished','pages':3}",
                "{'type':'refused'}",
                "{'type':'found'}",
                "{'type':'found','paragraph':null}",
                "{'type':'found','paragraph':{'page':1,'number':1}}",
                "null",
                "[]",
            })
    void what_no_document_could_be_is_refused(String end) {
        assertThat(read(READY, WORDS, end)).isEqualTo(new Extraction.Refused(ProblemCode.FILE_UNREADABLE));
    }

    @Test
    void a_paragraph_beyond_the_last_page_is_refused() {
        assertThat(read(READY, WORDS.replace("'page':1", "'page':2"), "{'type':'finished','pages':1,'pictured':[]}"))
                .isEqualTo(new Extraction.Refused(ProblemCode.FILE_UNREADABLE));
    }

    @Test
    void words_are_cleaned_and_numbered_whatever_the_child_says_of_them() {
        String turned = "{'type':'found','paragraph':{'page':1,'number':-7,'text':' a\\u202eb\\nc '}}";
        String blank = "{'type':'found','paragraph':{'page':1,'number':1,'text':'\\u200b'}}";

        assertThat(read(READY, blank, turned, WORDS, "{'type':'finished','pages':1,'pictured':[]}"))
                .isEqualTo(new Extraction.Text(
                        1, List.of(new Paragraph(1, 1, "ab c"), new Paragraph(1, 2, "Some words.")), List.of()));
    }

    @Test
    void a_child_that_is_never_done_is_cut_off() {
        String[] lines = new String[200];
        Arrays.fill(lines, WORDS.replace("Some words.", "x".repeat(10_000)));

        assertThat(read(lines)).isEqualTo(new Extraction.Refused(ProblemCode.DOCUMENT_TOO_LONG));
    }
}
