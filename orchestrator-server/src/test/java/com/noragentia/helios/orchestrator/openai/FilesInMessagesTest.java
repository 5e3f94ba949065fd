/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static com.noragentia.helios.orchestrator.openai.ErrorsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, recordings and documents that come with a message. */
class FilesInMessagesTest {

    private static final byte[] NOTES = "The lift carries 35 tonnes.".getBytes(StandardCharsets.UTF_8);
    private static final int LONG_BYTES = 400_000;

    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    static byte[] png(int bytes) {
        byte[] png = new byte[bytes];
        byte[] magic = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        Arrays.fill(png, (byte) 0xFB); // base64 with plus and slash
        System.arraycopy(magic, 0, png, 0, magic.length);
        return png;
    }

    @Test
    void a_picture_goes_to_who_reads_pictures_with_the_words_beside_it() {
        byte[] png = png(500);

        TaskInput input = answered(Surface.question(
                List.of(Surface.text("What does the sign say?"), Surface.image(Surface.url("image/png", png)))));

        assertThat(input).isInstanceOf(TaskInput.Image.class);
        assertThat(input.attachments())
                .containsExactly(new Attachment(Sha256.hex(png), "file-1.png", FileType.PNG, png.length));
    }

    @Test
    void a_large_file_is_the_same_at_the_other_end_however_its_base64_was_escaped() {
        byte[] png = png(LONG_BYTES);
        String request = JsonCodec.encodeToString(
                Surface.question(List.of(Surface.text("Read it."), Surface.image(Surface.url("image/png", png)))));
        assertThat(request).contains("+", "/");
        for (String escaped : List.of(
                request,
                request.replace("/", "\\/"),
                request.replace("+", "\\u002B").replace("=", "\\u003d"))) {
            try (Worker worker = Worker.join(surface.owner()).ready()) {
                CompletableFuture<Reply> reply =
                        CompletableFuture.supplyAsync(() -> surface.postText(Surface.CHAT, escaped));
                ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
                assertThat(task.input().attachments().getFirst().blob()).isEqualTo(Sha256.hex(png));
                Pictures.read(worker, task);
                assertThat(reply.join().status()).isEqualTo(200);
            }
        }
        assertThat(left()).as("what was set aside on the way").isEmpty();
    }

    @Test
    void a_document_is_asked_about_in_conversation_under_its_own_name() {
        TaskInput input = answered(Surface.question(
                List.of(Surface.document("notes.md", Surface.url("text/plain", NOTES)), Surface.text("How heavy?"))));

        assertThat(input).isInstanceOf(TaskInput.Chat.class);
        assertThat(input.question()).isEqualTo("How heavy?");
        assertThat(input.attachments().getFirst().name()).isEqualTo("notes.md");
        assertThat(input.attachments().getFirst().type()).isEqualTo(FileType.MARKDOWN);
    }

    @Test
    void a_later_question_is_about_the_files_of_an_earlier_one() {
        TaskInput input = answered(Map.of(
                "model",
                "helios",
                "messages",
                List.of(
                        Surface.said("user", List.of(Surface.document("a.txt", Surface.url("text/plain", NOTES)))),
                        Surface.said("assistant", "A lift."),
                        Surface.said("user", "How heavy?"))));

        assertThat(input.question()).isEqualTo("How heavy?");
        assertThat(input.attachments()).hasSize(1);
    }

    @Test
    void nothing_is_fetched_from_elsewhere() {
        for (String url : List.of("https://example.com/a.png", "file:///etc/passwd", "data:image/png,raw", "")) {
            var error = refused(
                    surface.post(Surface.CHAT, Surface.question(List.of(Surface.image(url)))),
                    400,
                    "unsupported_value",
                    "messages[0].content[0].image_url.url");
            assertThat(error.path("message").textValue()).contains("nothing is fetched");
        }
        refused(
                surface.post(
                        Surface.CHAT,
                        Surface.question(List.of(Map.of("type", "file", "file", Map.of("file_id", "file-1"))))),
                400,
                "unsupported_value",
                "messages[0].content[0].file.file_id");
    }

    @Test
    void what_is_no_base64_or_not_what_it_says_is_refused() {
        String param = "messages[0].content[0].image_url.url";
        refusedImage("data:image/png;base64,!!!!", "invalid_value", param);
        refusedImage("data:image/png;base64,", "attachment_empty", param);
        refusedImage(Surface.url("image/png", NOTES), "file_type_mismatch", param);
        refusedImage(Surface.url("image/gif", NOTES), "file_type_unsupported", param);
        refusedImage("data:image/png;base64," + "A".repeat(LONG_BYTES) + "!", "file_type_mismatch", param);
        String broken = Base64.getEncoder().encodeToString(png(LONG_BYTES)).replace("+/v7+/v7", "+/v7 /v7");
        refusedImage("data:image/png;base64," + broken, "invalid_value", param);
        assertThat(left()).isEmpty();
    }

    private void refusedImage(String url, String code, String param) {
        refused(surface.post(Surface.CHAT, Surface.question(List.of(Surface.image(url)))), 400, code, param);
    }

    @Test
    void files_of_different_kinds_are_not_asked_about_at_once() {
        List<Object> parts = List.of(
                Surface.image(Surface.url("image/png", png(20))),
                Surface.document("a.txt", Surface.url("text/plain", NOTES)));

        refused(surface.post(Surface.CHAT, Surface.question(parts)), 400, "request_invalid", "messages");
    }

    @Test
    void more_files_than_a_question_may_have_are_refused() {
        List<Map<String, Object>> six = Stream.generate(() -> Surface.image(Surface.url("image/png", png(20))))
                .limit(6)
                .toList();

        refused(surface.post(Surface.CHAT, Surface.question(six)), 400, "too_many_attachments", null);
    }

    @Test
    void files_come_from_users_only() {
        List<Object> messages = List.of(
                Surface.said("assistant", List.of(Surface.image(Surface.url("image/png", png(20))))),
                Surface.said("user", "What is it?"));

        refused(
                surface.post(Surface.CHAT, Map.of("model", "helios", "messages", messages)),
                400,
                "unsupported_value",
                "messages[0].content[0].image_url.url");
    }

    @Test
    void a_recording_goes_to_who_listens() {
        Map<String, Object> audio = Map.of(
                "type",
                "input_audio",
                "input_audio",
                Map.of("data", Base64.getEncoder().encodeToString(Uploads.wav(1)), "format", "wav"));
        try (Worker worker =
                Worker.joinToDemonstrate(surface.owner(), Worker.LISTENER).ready()) {
            CompletableFuture<Reply> reply = surface.asks(
                    Surface.CHAT, Surface.with(Surface.question(List.of(audio)), "model", Worker.LISTENER));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.say(new FromWorker.Completed(
                    task.lease(), TranscriptionsTest.heard("recording-1.wav"), new Usage(0, 2, 0, 0, 1)));

            assertThat(task.input().attachments().getFirst().name()).isEqualTo("recording-1.wav");
            assertThat(Surface.json(reply.join())
                            .at("/choices/0/message/content")
                            .textValue())
                    .isEqualTo("Good morning.\nGoodbye <all>.");
        }
    }

    private TaskInput answered(Map<String, Object> request) {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Reply> reply = surface.asks(Surface.CHAT, request);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            if (task.input() instanceof TaskInput.Image) {
                Pictures.read(worker, task);
            } else {
                worker.complete(task, "Read.");
            }
            assertThat(reply.join().status()).as(reply.join().body()).isEqualTo(200);
            return task.input();
        }
    }

    private List<Path> left() {
        try (Stream<Path> files = Files.list(surface.network().data().resolve("requests"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
