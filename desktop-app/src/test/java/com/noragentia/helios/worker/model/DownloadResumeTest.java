/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going on where a download broke off, in this process and a later one. */
class DownloadResumeTest {

    private static final int BROKE_OFF = 100_000;

    @TempDir
    private Path temporary;

    private DownloadBench bench;

    @BeforeEach
    void open() {
        bench = new DownloadBench(temporary.resolve("store"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_body_that_breaks_off_is_gone_on_with() throws Exception {
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF));

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked()).hasSize(2);
        assertThat(asked(1).range()).isEqualTo("bytes=" + BROKE_OFF + "-");
        assertThat(asked(1).ifRange()).isEqualTo(DownloadBench.TAG);
    }

    @Test
    void a_body_that_ends_early_in_good_order_is_gone_on_with() throws Exception {
        bench.hub.then(UnrulyHub.shortAfter(BROKE_OFF));

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(asked(1).range()).isEqualTo("bytes=" + BROKE_OFF + "-");
    }

    @Test
    void a_body_that_breaks_off_again_and_again_comes_all_the_same() throws Exception {
        IntStream.range(0, 3).forEach(i -> bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF - 1)));

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked()).hasSize(4);
    }

    @Test
    void a_later_process_goes_on_where_an_earlier_one_was_ended() throws Exception {
        leavePart();
        assertThat(bench.incoming()).hasSize(2).first().asString().endsWith(".part");

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked().getLast().range()).startsWith("bytes=").isNotEqualTo("bytes=0-");
        assertThat(bench.hub.asked().getLast().ifRange()).isEqualTo(DownloadBench.TAG);
        assertThat(bench.incoming()).isEmpty();
    }

    @Test
    void a_server_that_ignores_ranges_sends_all_of_it() throws Exception {
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF), UnrulyHub.ignoringRanges());

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked()).hasSize(2);
    }

    @Test
    void a_content_that_changed_meanwhile_is_asked_for_anew() throws Exception {
        leavePart();
        bench.hub.put("onnx/model.onnx", bench.content, "\"two\"");

        assertThat(bench.pull()).hasBinaryContent(bench.content);
    }

    @Test
    void a_server_that_ignores_if_range_is_found_out_by_its_tag() throws Exception {
        byte[] end = Arrays.copyOfRange(bench.content, BROKE_OFF, DownloadBench.BYTES);
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF), (request, content) -> {
            request.getResponseHeaders().set("ETag", "\"two\"");
            request.getResponseHeaders()
                    .set("Content-Range", "bytes " + BROKE_OFF + "-" + (DownloadBench.BYTES - 1) + "/*");
            request.sendResponseHeaders(206, end.length);
            request.getResponseBody().write(new byte[end.length]);
        });

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(asked(2).range()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 0-299999/300000",
                "bytes 100001-299999/300000",
                "bytes 99999-299999/300000",
                "bytes 5-3/300000",
                "bytes 100000-400000/300000",
                "pages 1-2/3",
                ""
            })
    void a_wrong_content_range_means_to_start_anew(String range) throws Exception {
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF), UnrulyHub.sayingRange(range));

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(asked(2).range()).isNull();
    }

    @Test
    void a_range_of_a_file_of_another_length_is_refused() {
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF), UnrulyHub.sayingRange("bytes 100000-299999/300001"));

        assertThatThrownBy(bench::pull).isInstanceOf(ModelFailure.class).hasMessageContaining("another length");
    }

    @Test
    void a_range_that_cannot_be_satisfied_means_to_start_anew() throws Exception {
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF), UnrulyHub.status(416, "Content-Range", "bytes */5"));

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(asked(2).range()).isNull();
    }

    @Test
    void a_whole_file_that_cannot_be_satisfied_is_not_asked_for_twice() {
        bench.hub.then(UnrulyHub.status(416), UnrulyHub.status(416));

        assertThatThrownBy(bench::pull).isInstanceOf(ModelFailure.class).hasMessageContaining("HTTP 416");
        assertThat(bench.hub.asked()).hasSize(1);
    }

    @Test
    void a_part_that_was_spoilt_on_disk_costs_one_more_download_and_no_more() throws Exception {
        leavePart();
        Path part = part();
        byte[] spoilt = Files.readAllBytes(part);
        spoilt[7] ^= 1;
        Files.write(part, spoilt);

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked().getLast().range()).isNull();
    }

    @Test
    void a_part_that_is_whole_needs_no_server() throws Exception {
        leavePart();
        Files.write(part(), bench.content);
        int asked = bench.hub.asked().size();

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked()).hasSize(asked);
    }

    @Test
    void a_part_that_is_too_long_or_a_link_or_has_a_second_name_is_thrown_away() throws Exception {
        Path victim = Files.writeString(temporary.resolve("victim"), "untouched");
        leavePart();
        Files.write(part(), new byte[DownloadBench.BYTES + 1]);
        assertThat(bench.pull()).hasBinaryContent(bench.content);

        for (boolean symbolic : new boolean[] {true, false}) {
            bench.store().remove("model");
            Path part = bench.folder().resolve("incoming").resolve(bench.file().sha256() + ".part");
            if (symbolic) {
                Files.createSymbolicLink(part, victim);
            } else {
                Files.createLink(part, victim);
            }
            assertThat(bench.pull()).hasBinaryContent(bench.content);
            assertThat(victim).hasContent("untouched");
        }
    }

    @Test
    void another_source_goes_on_with_what_the_first_began() throws Exception {
        ModelFile file = DownloadBench.pinned(
                "model.onnx",
                bench.content,
                bench.file().sources().getFirst(),
                bench.hub.put("copy", bench.content, ""));
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF), UnrulyHub.status(404));

        assertThat(bench.pull(DownloadBench.model("model", file))).hasBinaryContent(bench.content);
        assertThat(bench.hub.asked().getLast().path()).endsWith("/copy");
        assertThat(bench.hub.asked().getLast().range()).isEqualTo("bytes=" + BROKE_OFF + "-");
    }

    @Test
    void a_part_that_nobody_goes_on_with_is_cleaned_away() throws Exception {
        leavePart();
        Files.setLastModifiedTime(part(), FileTime.from(Instant.parse("2026-11-14T00:00:00Z")));
        bench.store();

        assertThat(bench.incoming()).noneMatch(name -> name.endsWith(".part"));
    }

    /** Breaks off once, and then never answers well again. */
    private void leavePart() throws IOException {
        bench.hub.then(UnrulyHub.cutAfter(BROKE_OFF), UnrulyHub.status(404));
        assertThatThrownBy(bench::pull).isInstanceOf(ModelFailure.class);
        Path tag = bench.folder().resolve("incoming").resolve(bench.file().sha256() + ".tag");
        assertThat(tag).hasContent(DownloadBench.TAG);
        Files.setLastModifiedTime(part(), FileTime.from(Instant.parse("2026-11-22T09:00:00Z")));
    }

    private Path part() {
        return bench.folder().resolve("incoming").resolve(bench.file().sha256() + ".part");
    }

    private UnrulyHub.Asked asked(int index) {
        return bench.hub.asked().get(index);
    }
}
