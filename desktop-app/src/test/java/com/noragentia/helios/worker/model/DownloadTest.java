/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may do to a download, but for resuming and redirects, which have tests of their own. */
class DownloadTest {

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
    void an_honest_server_is_asked_once_and_without_credentials() throws Exception {
        assertThat(bench.pull()).hasBinaryContent(bench.content);

        assertThat(bench.hub.asked())
                .containsExactly(new UnrulyHub.Asked("/o/m/resolve/main/onnx/model.onnx", null, null, null));
        assertThat(bench.incoming()).isEmpty();
    }

    @Test
    void progress_names_file_bytes_and_speed() throws Exception {
        bench.time.passAtEachLook(Duration.ofMillis(100));
        bench.pull();

        assertThat(bench.told).extracting(Transfer::doneBytes).isSorted();
        assertThat(bench.told.getLast())
                .matches(last -> last.fraction() == 1 && last.totalBytes() == DownloadBench.BYTES)
                .matches(last -> last.file().equals("model.onnx") && last.bytesPerSecond() > 0);
    }

    @Test
    void other_bytes_fail_verification_and_nothing_of_them_stays() throws Exception {
        bench.hub.then(UnrulyHub.otherBytes());

        assertFails("model.onnx failed verification and was removed");
        assertThat(bench.contents()).isEmpty();
        assertThat(bench.incoming()).isEmpty();
        assertThat(bench.hub.asked()).hasSize(1);
    }

    @Test
    void a_body_without_end_is_left_after_the_promised_length() throws Exception {
        bench.hub.then(UnrulyHub.endless());

        assertFails("model.onnx failed verification and was removed");
        assertThat(bench.incoming()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, DownloadBench.BYTES - 1, DownloadBench.BYTES + 1})
    void another_length_is_refused_before_anything_is_read(int length) {
        bench.hub.then(UnrulyHub.otherLength(length));

        assertFails("another length");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410})
    void a_server_that_will_not_is_asked_once(int status) {
        bench.hub.then(UnrulyHub.status(status));

        assertFails("HTTP " + status);
        assertThat(bench.hub.asked()).hasSize(1);
        assertThat(bench.time.waits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {425, 429, 500, 502, 503})
    void a_server_that_cannot_now_is_asked_again_after_a_pause(int status) throws Exception {
        bench.hub.then(UnrulyHub.status(status), UnrulyHub.status(status));

        assertThat(bench.pull()).hasBinaryContent(bench.content);
        assertThat(bench.time.waits()).hasSize(2).allMatch(wait -> wait.compareTo(FileFetch.LONGEST_PAUSE) <= 0);
    }

    @Test
    void a_server_says_how_long_to_wait_within_reason() throws Exception {
        bench.hub.then(
                UnrulyHub.status(503, "Retry-After", "7"),
                UnrulyHub.status(503, "Retry-After", "86400"),
                UnrulyHub.status(503, "Retry-After", "tomorrow"));

        bench.pull();
        assertThat(bench.time.waits()).startsWith(Duration.ofSeconds(7), FileFetch.LONGEST_PAUSE_ASKED);
    }

    @Test
    void a_server_that_never_can_is_given_up() {
        IntStream.range(0, 20).forEach(i -> bench.hub.then(UnrulyHub.status(503)));

        assertFails("HTTP 503");
        assertThat(bench.hub.asked()).hasSize(FileFetch.MAX_FAILURES);
    }

    @Test
    void a_server_that_dribbles_is_given_up() {
        bench.time.passAtEachLook(Duration.ofSeconds(20));
        IntStream.range(0, 20).forEach(i -> bench.hub.then(UnrulyHub.cutAfter(1_000)));

        assertFails("could not be fetched");
        assertThat(bench.hub.asked()).hasSize(FileFetch.MAX_FAILURES);
    }

    @Test
    void a_download_that_stands_still_ends_at_once_when_the_worker_stops() {
        bench.hub.then(UnrulyHub.stallAfter(1_000));
        FutureTask<Path> pull = new FutureTask<>(bench::pull);
        Thread worker = Thread.ofPlatform().start(pull);
        await().until(() -> !bench.hub.asked().isEmpty());

        worker.interrupt();

        assertThatThrownBy(() -> pull.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void a_server_that_is_gone_is_told_by_name() {
        bench.hub.close();

        assertFails("model.onnx could not be fetched from hub:/o/m/main/onnx/model.onnx (ConnectException)");
    }

    @Test
    void a_lying_server_does_not_keep_the_next_source_from_helping() throws Exception {
        byte[] content = bench.content;
        ModelFile file = DownloadBench.pinned(
                "model.onnx",
                content,
                bench.hub.put("lie", DownloadBench.noise(content.length, 2), "\"lie\""),
                bench.hub.put("truth", content, "\"truth\""));

        assertThat(bench.pull(DownloadBench.model("model", file))).hasBinaryContent(content);
    }

    @Test
    void many_files_come_side_by_side_but_never_more_than_allowed() throws Exception {
        ModelFile[] files = IntStream.range(0, 9)
                .mapToObj(i -> {
                    byte[] content = DownloadBench.noise(10_000, 10 + i);
                    return DownloadBench.pinned("f" + i, content, bench.hub.put("f" + i, content, ""));
                })
                .toArray(ModelFile[]::new);
        Crowd crowd = new Crowd();
        IntStream.range(0, 9).forEach(i -> bench.hub.then(crowd.counted()));

        bench.pull(DownloadBench.model("many", files));

        assertThat(crowd.most()).isEqualTo(DownloadBench.LIMITS.parallelFiles());
        assertThat(bench.store().list()).singleElement().matches(model -> model.bytes() == 90_000);
    }

    private void assertFails(String reason) {
        assertThatThrownBy(() -> bench.pull()).isInstanceOf(ModelFailure.class).hasMessageContaining(reason);
    }
}
