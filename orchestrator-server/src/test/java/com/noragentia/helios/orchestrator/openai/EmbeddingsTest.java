/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static com.noragentia.helios.orchestrator.openai.ErrorsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as vectors. */
class EmbeddingsTest {

    private static final float[] ONE = {0.6f, 0.8f};
    private static final float[] OTHER = {-1f, 0f};

    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    @Test
    void each_text_has_its_vector_in_order() {
        JsonNode json = embedded(Map.of("model", "helios", "input", List.of("one", "two")), List.of("one", "two"));

        assertThat(json.path("object").textValue()).isEqualTo("list");
        assertThat(json.path("model").textValue()).isEqualTo("minilm-l6-v2-q");
        assertThat(json.path("data").size()).isEqualTo(2);
        assertThat(json.at("/data/0/object").textValue()).isEqualTo("embedding");
        assertThat(json.at("/data/1/index").intValue()).isEqualTo(1);
        assertThat(json.at("/data/0/embedding/1").floatValue()).isEqualTo(0.8f);
        assertThat(json.at("/data/1/embedding/0").floatValue()).isEqualTo(-1f);
        assertThat(json.at("/usage/prompt_tokens").intValue()).isEqualTo(4);
        assertThat(json.at("/usage/total_tokens").intValue()).isEqualTo(4);
    }

    @Test
    void base64_holds_the_same_numbers_as_little_endian_floats() {
        JsonNode json =
                embedded(Map.of("model", "helios", "input", "one", "encoding_format", "base64"), List.of("one"));

        ByteBuffer bytes = ByteBuffer.wrap(
                        Base64.getDecoder().decode(json.at("/data/0/embedding").textValue()))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.remaining()).isEqualTo(8);
        assertThat(bytes.getFloat()).isEqualTo(0.6f);
        assertThat(bytes.getFloat()).isEqualTo(0.8f);
    }

    private JsonNode embedded(Map<String, Object> request, List<String> texts) {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<Reply> reply = surface.asks(Surface.EMBEDDINGS, request);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(((TaskInput.Embedding) task.input()).texts()).isEqualTo(texts);
            worker.say(new FromWorker.Completed(
                    task.lease(),
                    new TaskOutput.Embedding(List.of(ONE, OTHER).subList(0, texts.size())),
                    new Usage(4, 0, 0, 0, 0)));
            assertThat(reply.join().status()).as(reply.join().body()).isEqualTo(200);
            return Surface.json(reply.join());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'helios'}                                         | missing_required_parameter | input",
                "{'input':'x'}                                              | missing_required_parameter | model",
                "{'model':'helios','input':[]}                              | invalid_value              | input",
                "{'model':'helios','input':7}                               | invalid_value              | input",
                "{'model':'helios','input':[1,2,3]}                         | unsupported_value          | input[0]",
                "{'model':'helios','input':[[1,2]]}                         | unsupported_value          | input[0]",
                "{'model':'helios','input':'x','encoding_format':'int8'}    | invalid_value              | encoding_format",
                "{'model':'helios','input':'x','dimensions':64}             | unsupported_parameter      | dimensions",
                "{'model':'helios','input':' '}                             | question_empty             |",
            })
    void a_request_that_cannot_be_served_names_the_place(String json, String code, String param) {
        refused(surface.postText(Surface.EMBEDDINGS, json.replace('\'', '"')), 400, code, param);
    }

    @Test
    void more_texts_than_fit_are_refused() {
        refused(
                surface.post(Surface.EMBEDDINGS, Map.of("model", "helios", "input", Collections.nCopies(257, "x"))),
                400,
                "invalid_value",
                "input");
    }
}
