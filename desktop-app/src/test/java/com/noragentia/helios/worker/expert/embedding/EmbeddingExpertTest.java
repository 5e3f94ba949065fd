/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingExpertTest {

    private static final ModelManifest MINILM = new ModelManifest(
            "minilm-l6-v2-q",
            "MiniLM",
            List.of(Expert.EMBEDDING),
            List.of(Language.EN),
            "Apache-2.0",
            120_000_000,
            List.of(
                    file(
                            "all-minilm-l6-v2-q.onnx",
                            22_972_370,
                            "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1"),
                    file(
                            "all-minilm-l6-v2-q-tokenizer.json",
                            711_661,
                            "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0")));

    @TempDir
    private static Path folder;

    private static final MemoryBudget MEMORY = new MemoryBudget(200_000_000);

    private static OnnxRuntime runtime;
    private static Map<String, Path> files;
    private static EmbeddingExpert expert;

    @BeforeAll
    static void load() throws Exception {
        ModelStore store =
                new ModelStore(folder, List.of(new ClasspathSource(EmbeddingExpertTest.class.getClassLoader())));
        files = store.ensure(MINILM, done -> {});
        runtime = OnnxRuntime.start(2, MEMORY);
        expert = runtime.admit(MINILM, files, EmbeddingExpert::openIn);
    }

    @AfterAll
    static void close() {
        expert.close();
        assertThat(MEMORY.freeBytes()).isEqualTo(200_000_000);
    }

    @Test
    void each_text_gets_a_vector_and_its_tokens_are_counted() throws Exception {
        Answer answer = answer(Collections.nCopies(40, "Hello world"));

        assertThat(((TaskOutput.Embedding) answer.output()).vectors())
                .hasSize(40)
                .allSatisfy(vector -> assertThat(vector).hasSize(384));
        assertThat(answer.usage().promptTokens()).isEqualTo(40 * 4);
    }

    @Test
    void input_beyond_the_limits_is_refused() {
        assertRefused(List.of(), ProblemCode.QUESTION_EMPTY);
        assertRefused(Collections.nCopies(Limit.EMBEDDING_TEXTS.intValue() + 1, "x"), Limit.EMBEDDING_TEXTS.problem());
        assertRefused(
                List.of("x".repeat(Limit.QUESTION_CHARACTERS.intValue() + 1)), Limit.QUESTION_CHARACTERS.problem());
        TaskInput chat = new TaskInput.Chat(Language.EN, "hello", List.of(), List.of());
        assertThatThrownBy(() -> expert.answer(chat, EmbeddingExpertTest::noFile, new Silent()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_model_that_does_not_open_gives_its_memory_back() {
        long before = MEMORY.freeBytes();
        ModelManifest broken = new ModelManifest(
                "broken", "Broken", List.of(Expert.EMBEDDING), List.of(), "CC0-1.0", 1_000, List.of());

        assertThatThrownBy(() -> runtime.admit(broken, Map.of(), EmbeddingExpert::openIn))
                .isInstanceOf(ModelFailure.class);
        assertThat(MEMORY.freeBytes()).isEqualTo(before);
    }

    private static void assertRefused(List<String> texts, ProblemCode code) {
        assertThatThrownBy(() -> answer(texts))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static Answer answer(List<String> texts) throws Exception {
        return expert.answer(new TaskInput.Embedding(Language.EN, texts), EmbeddingExpertTest::noFile, new Silent());
    }

    private static Path noFile(Attachment attachment) {
        throw new AssertionError("an embedding has no attachment " + attachment.blob());
    }

    private static ModelFile file(String name, long bytes, String sha256) {
        return new ModelFile(name, bytes, sha256, List.of(URI.create("classpath:/" + name)));
    }

    private static final class Silent implements AnswerStream {

        @Override
        public void working(Phase phase, int done, int total) {
            assertThat(done).isLessThan(total);
        }

        @Override
        public void piece(String text) {
            throw new AssertionError("an embedding has no words");
        }
    }
}
