/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static com.noragentia.helios.orchestrator.openai.ErrorsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.protocol.api.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Requests that nobody sends by mistake. After each, nothing is left on disk, and the next honest request is served. */
class HostileRequestsTest {

    private static final String BEGIN = "{\"model\":\"helios\",\"messages\":[{\"role\":\"user\",\"content\":";
    private static final byte[] MEBIBYTE = "A".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, new TestClock());
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        try (Stream<Path> files = Files.list(surface.network().data().resolve("requests"))) {
            assertThat(files).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(surface.program().get("/v1/models").status()).isEqualTo(200);
        surface.close();
    }

    @Test
    void a_body_that_says_it_is_huge_is_refused_unread() {
        refused(send(Surface.CHAT, 65, true, "\""), 413, "request_too_large", null);
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_is_cut_off() {
        refused(send(Surface.CHAT, 65, false, "[\""), 413, "request_too_large", null);
    }

    @Test
    void base64_that_would_be_a_larger_file_than_may_come_is_cut_off() {
        refused(send(Surface.CHAT, 36, false, "\"data:image/png;base64,"), 413, "attachment_too_large", null);
    }

    @Test
    void words_that_are_no_file_take_no_more_memory_than_those_of_our_own_api() {
        refused(
                surface.postText(Surface.CHAT, BEGIN + "\"" + "a ".repeat(200_000) + "\"}]}"),
                400,
                "context_length_exceeded",
                "messages[0].content");
        refused(
                surface.postText(
                        Surface.EMBEDDINGS, "{\"model\":\"helios\",\"input\":\"" + "a ".repeat(200_000) + "\"}"),
                400,
                "context_length_exceeded",
                "input");
        refused(
                surface.postText(Surface.CHAT, BEGIN + "[" + "7,".repeat(600_000) + "7]}]}"),
                413,
                "request_too_large",
                null);
        refused(
                surface.postText(Surface.CHAT, BEGIN + "\"" + "\\n".repeat(100_000) + "\"}]}"),
                400,
                "request_invalid",
                null);
    }

    @Test
    void many_long_strings_are_refused() {
        String one = "{\"type\":\"text\",\"text\":\"" + "A".repeat(170_000) + "\"}";
        String many = String.join(",", java.util.Collections.nCopies(17, one));

        refused(surface.postText(Surface.CHAT, BEGIN + "[" + many + "]}]}"), 400, "too_many_attachments", null);
    }

    @Test
    void a_mark_that_somebody_else_wrote_leads_nowhere() {
        for (String mark : List.of("\\u00010", "\\u000199", "\\u0001x", "\\u0001")) {
            refused(
                    surface.postText(Surface.CHAT, BEGIN + "\"" + mark + "\"}]}"),
                    400,
                    "context_length_exceeded",
                    "messages[0].content");
            refused(
                    surface.postText(
                            Surface.CHAT,
                            BEGIN + "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + mark + "\"}}]}]}"),
                    400,
                    "unsupported_value",
                    "messages[0].content[0].image_url.url");
        }
    }

    @Test
    void deep_json_is_refused() {
        refused(
                surface.postText(Surface.CHAT, BEGIN + "[".repeat(50_000) + "]".repeat(50_000) + "}]}"),
                400,
                "request_invalid",
                null);
        refused(surface.postText(Surface.CHAT, "[".repeat(100_000)), 400, "request_invalid", null);
    }

    @Test
    void a_flood_of_headers_is_refused_as_everywhere() {
        Request.Builder request = surface.program().request("/v1/models");
        for (int i = 0; i < 2_000; i++) {
            request.header("X-Flood-" + i, "x".repeat(20));
        }

        assertThat(Member.send(request).status()).isEqualTo(431);
    }

    @Test
    void a_form_that_is_none_is_refused() {
        for (String type :
                List.of("multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/json")) {
            refused(form(type, "--y\r\nnonsense"), 400, "request_invalid", null);
        }
        String endless = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nno end";
        refused(form("multipart/form-data; boundary=x", endless), 400, "request_invalid", null);
        String field = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
        refused(form("multipart/form-data; boundary=x", field.repeat(5_000) + "--x--"), 400, "request_invalid", null);
        String long_ =
                "--x\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n" + "m".repeat(20_000) + "\r\n--x--";
        refused(form("multipart/form-data; boundary=x", long_), 400, "invalid_value", "model");
    }

    @Test
    void a_form_that_is_too_long_is_refused() {
        refused(send(Surface.TRANSCRIPTIONS, 26, true, ""), 413, "attachment_too_large", "file");
        byte[] recording = new byte[(int) Limit.ATTACHMENT_BYTES.value() + 1];
        System.arraycopy(Uploads.wav(1), 0, recording, 0, 100);
        refused(
                surface.transcribe(TranscriptionsTest.form("a.wav", recording, "helios")),
                413,
                "attachment_too_large",
                null);
    }

    @Test
    void no_word_of_a_member_reaches_the_log() {
        String secret = "the-word-that-nobody-may-read";
        root.setLevel(Level.DEBUG);
        try {
            surface.postText(Surface.CHAT, BEGIN + "\"" + secret);
            surface.postText(Surface.CHAT, BEGIN + "\"" + secret + "\"}],\"tools\":[\"" + secret + "\"]}");
            surface.post(Surface.CHAT, Surface.with(Surface.question(secret), "model", secret));
            surface.post(Surface.CHAT, Surface.question(List.of(Surface.image(secret))));
            surface.post(Surface.CHAT, Surface.question(List.of(Surface.document(secret + ".exe", secret))));
            surface.post(Surface.EMBEDDINGS, Map.of("model", "helios", "input", List.of(1), "x", secret));
            surface.transcribe(TranscriptionsTest.form(secret + ".flac", MEBIBYTE, secret, "prompt", secret));
        } finally {
            root.setLevel(Level.INFO);
        }

        assertThat(List.copyOf(log.list))
                .extracting(event -> event.getFormattedMessage()
                        + Optional.ofNullable(event.getThrowableProxy())
                                .map(thrown -> thrown.getMessage())
                                .orElse(""))
                .noneMatch(line -> line.contains(secret));
    }

    private Reply form(String type, String body) {
        return Member.send(surface.program()
                .request(Surface.TRANSCRIPTIONS)
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MediaType.get(type))));
    }

    /** A question that goes on with so many mebibytes of the letter A. */
    private Reply send(String path, int mebibytes, boolean saysItsLength, String start) {
        byte[] head = (BEGIN + start).getBytes(StandardCharsets.US_ASCII);
        return Member.send(surface.program().request(path).post(new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return MediaType.get(
                        path.equals(Surface.CHAT) ? "application/json" : "multipart/form-data; boundary=x");
            }

            @Override
            public long contentLength() {
                return saysItsLength ? head.length + (long) mebibytes * MEBIBYTE.length : -1;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(head);
                for (int i = 0; i < mebibytes; i++) {
                    sink.write(MEBIBYTE);
                    if (start.startsWith("[") && i % 20 == 19) { // no string is too long by itself
                        sink.writeUtf8("\",\"");
                    }
                }
            }
        }));
    }
}
