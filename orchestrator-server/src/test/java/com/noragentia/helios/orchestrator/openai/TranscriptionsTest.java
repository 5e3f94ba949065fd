/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static com.noragentia.helios.orchestrator.openai.ErrorsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Utterance;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings, written down. */
class TranscriptionsTest {

    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    static TaskOutput heard(String file) {
        return new TaskOutput.Audio(
                "Good morning.\nGoodbye <all>.",
                List.of(),
                List.of(
                        new Utterance(file, 0, 1_250, "Good morning."),
                        new Utterance(file, 3_661_007, 3_662_000, "Goodbye <all>.")),
                new Spoken(List.of("en"), true));
    }

    static MultipartBody form(String name, byte[] content, String model, String... fields) {
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("file", name, RequestBody.create(content, MediaType.get("audio/wav")))
                .addFormDataPart("model", model);
        for (int i = 0; i < fields.length; i += 2) {
            form.addFormDataPart(fields[i], fields[i + 1]);
        }
        return form.build();
    }

    @Test
    void the_words_come_as_json_unless_something_else_is_asked() {
        Reply reply = transcribed();

        assertThat(reply.mediaType()).isEqualTo("application/json");
        JsonNode json = Surface.json(reply);
        assertThat(json.path("text").textValue()).isEqualTo("Good morning. Goodbye <all>.");
        assertThat(json.at("/helios/demonstration").booleanValue()).isTrue();
    }

    @Test
    void text_is_nothing_but_words() {
        Reply reply = transcribed("response_format", "text");

        assertThat(reply.mediaType()).startsWith("text/plain");
        assertThat(reply.body()).isEqualTo("Good morning. Goodbye <all>.\n");
    }

    @Test
    void srt_has_numbers_and_commas() {
        assertThat(transcribed("response_format", "srt").body()).isEqualTo("""
                1
                00:00:00,000 --> 00:00:01,250
                Good morning.

                2
                01:01:01,007 --> 01:01:02,000
                Goodbye <all>.

                """);
    }

    @Test
    void vtt_has_a_head_and_dots_and_no_tags_of_a_stranger() {
        Reply reply = transcribed("response_format", "vtt");

        assertThat(reply.mediaType()).startsWith("text/vtt");
        assertThat(reply.body()).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:01.250
                Good morning.

                01:01:01.007 --> 01:01:02.000
                Goodbye &lt;all&gt;.

                """);
    }

    @Test
    void words_cannot_forge_a_cue() {
        List<Utterance> said = List.of(new Utterance("a.wav", 0, 1, "x\n\n2\n00:00:00,000 --> 00:00:09,000\ny"));

        assertThat(Subtitles.srt(said).lines().filter(line -> line.contains("-->")))
                .hasSize(1);
        assertThat(Subtitles.vtt(said).lines().filter(line -> line.contains("-->")))
                .hasSize(1);
    }

    @Test
    void verbose_json_has_the_segments_with_their_times() {
        JsonNode json = Surface.json(transcribed(
                "response_format", "verbose_json", "timestamp_granularities[]", "segment", "language", "es"));

        assertThat(json.path("task").textValue()).isEqualTo("transcribe");
        assertThat(json.path("language").textValue()).isEqualTo("en");
        assertThat(json.path("duration").doubleValue()).isEqualTo(2);
        assertThat(json.path("segments").size()).isEqualTo(2);
        assertThat(json.at("/segments/0/end").doubleValue()).isEqualTo(1.25);
        assertThat(json.at("/segments/1/text").textValue()).isEqualTo("Goodbye <all>.");
    }

    private Reply transcribed(String... fields) {
        try (Worker worker =
                Worker.joinToDemonstrate(surface.owner(), Worker.LISTENER).ready()) {
            CompletableFuture<Reply> reply =
                    surface.transcribes(form("talk.wav", Uploads.wav(2), Worker.LISTENER, fields));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(task.input().attachments().getFirst().name()).isEqualTo("talk.wav");
            boolean isSpanish = List.of(fields).contains("es");
            assertThat(task.input().language()).isEqualTo(isSpanish ? Language.ES : Language.EN);
            worker.say(new FromWorker.Completed(task.lease(), heard("talk.wav"), new Usage(0, 2, 0, 0, 2)));
            assertThat(reply.join().status()).as(reply.join().body()).isEqualTo(200);
            return reply.join();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "response_format, opus, invalid_value",
        "language, e;s, invalid_value",
        "prompt, names, unsupported_parameter",
        "stream, true, unsupported_parameter",
        "temperature, 0.7, unsupported_parameter",
        "timestamp_granularities[], word, unsupported_parameter",
    })
    void a_field_that_is_not_supported_is_named(String name, String value, String code) {
        refused(surface.transcribe(form("talk.wav", Uploads.wav(1), "helios", name, value)), 400, code, name);
    }

    @Test
    void what_is_missing_is_named_and_what_is_no_recording_is_refused() {
        refused(
                surface.transcribe(new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("model", "helios")
                        .build()),
                400,
                "missing_required_parameter",
                "file");
        refused(
                surface.transcribe(new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("file", "a.wav", RequestBody.create(Uploads.wav(1)))
                        .build()),
                400,
                "missing_required_parameter",
                "model");
        refused(surface.transcribe(form("a.flac", Uploads.wav(1), "helios")), 400, "file_type_unsupported", "file");
        refused(surface.transcribe(form("a.mp3", Uploads.wav(1), "helios")), 400, "file_type_mismatch", null);
    }
}
