/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LangChain4j's client of OpenAI's API, on another HTTP stack than that of Node. */
class LangChainClientTest {

    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    private OpenAiChatModel.OpenAiChatModelBuilder model() {
        return OpenAiChatModel.builder()
                .baseUrl(surface.base())
                .apiKey(surface.key())
                .modelName("helios")
                .maxRetries(0);
    }

    @Test
    void it_holds_a_conversation() {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<ChatResponse> response = CompletableFuture.supplyAsync(() -> model().temperature(0.0)
                    .build()
                    .chat(
                            SystemMessage.from("Be brief."),
                            UserMessage.from("Hello."),
                            AiMessage.from("Hello you."),
                            UserMessage.from("What is 2 + 2?")));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.complete(task, "4");

            TaskInput.Chat asked = (TaskInput.Chat) task.input();
            assertThat(asked.question()).isEqualTo("What is 2 + 2?");
            assertThat(asked.history()).extracting(ChatTurn::text).containsExactly("Hello.", "Hello you.");
            assertThat(Objects.requireNonNull(asked.options()).system()).isEqualTo("Be brief.");
            assertThat(response.join().aiMessage().text()).isEqualTo("4");
            assertThat(response.join().finishReason()).isEqualTo(FinishReason.STOP);
            assertThat(response.join().tokenUsage().totalTokenCount()).isEqualTo(5);
        }
    }

    @Test
    void it_reads_a_stream() {
        List<String> pieces = new CopyOnWriteArrayList<>();
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            OpenAiStreamingChatModel.builder()
                    .baseUrl(surface.base())
                    .apiKey(surface.key())
                    .modelName("helios")
                    .build()
                    .chat("Count.", new StreamingChatResponseHandler() {
                        @Override
                        public void onPartialResponse(String piece) {
                            pieces.add(piece);
                        }

                        @Override
                        public void onCompleteResponse(ChatResponse response) {
                            whole.complete(response);
                        }

                        @Override
                        public void onError(Throwable error) {
                            whole.completeExceptionally(error);
                        }
                    });
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            await().pollDelay(ChatStream.KEEP_ALIVE.plusSeconds(1)).until(() -> true); // so that a sign of life comes
            worker.piece(task, 0, "one ");
            worker.piece(task, 1, "two");
            worker.complete(task, "one two");

            assertThat(whole.join().aiMessage().text()).isEqualTo("one two");
            assertThat(pieces).containsExactly("one ", "two");
            assertThat(whole.join().tokenUsage().inputTokenCount()).isEqualTo(3);
        }
    }

    @Test
    void it_shows_a_picture() {
        String picture = Base64.getEncoder().encodeToString(FilesInMessagesTest.png(2_000));
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<ChatResponse> response = CompletableFuture.supplyAsync(() -> model().build()
                    .chat(UserMessage.from(
                            TextContent.from("What does the sign say?"), ImageContent.from(picture, "image/png"))));
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            Pictures.read(worker, task);

            assertThat(task.input()).isInstanceOf(TaskInput.Image.class);
            assertThat(response.join().aiMessage().text()).isNotBlank();
        }
    }

    @Test
    void it_gets_vectors() {
        try (Worker worker = Worker.join(surface.owner()).ready()) {
            CompletableFuture<float[]> vector = CompletableFuture.supplyAsync(() -> OpenAiEmbeddingModel.builder()
                    .baseUrl(surface.base())
                    .apiKey(surface.key())
                    .modelName("helios")
                    .maxRetries(0)
                    .build()
                    .embed(TextSegment.from("one"))
                    .content()
                    .vector());
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.say(new FromWorker.Completed(
                    task.lease(),
                    new TaskOutput.Embedding(List.of(new float[] {0.6f, 0.8f})),
                    new Usage(2, 0, 0, 0, 0)));

            assertThat(vector.join()).containsExactly(0.6f, 0.8f);
        }
    }

    @Test
    void it_makes_its_own_exceptions_of_our_refusals() {
        assertThatThrownBy(() -> model().apiKey("wrong").build().chat("Who?"))
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> model().modelName("gpt-4o").build().chat("Who?"))
                .isInstanceOf(ModelNotFoundException.class)
                .hasMessageContaining("gpt-4o");
    }
}
