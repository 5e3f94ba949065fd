/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmEncoderTest {

    @TempDir
    private Path folder;

    private ModelSpace space;
    private MiniLmEncoder encoder;

    @BeforeEach
    void load() throws IOException, ModelFailure {
        BundledModel model = BundledModel.minilm(folder);
        space = Runtimes.roomy().admit(model.manifest(), model.files());
        encoder = MiniLmEncoder.open(space, "all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json");
    }

    @AfterEach
    void close() {
        space.close();
    }

    @Test
    void vectors_have_384_dimensions_and_length_one() throws Exception {
        List<float[]> vectors = encoder.encode(List.of("A short sentence.", ""));

        assertThat(vectors).hasSize(2).allSatisfy(vector -> {
            assertThat(vector).hasSize(384);
            assertThat(likeness(vector, vector)).isCloseTo(1, within(1e-5));
        });
    }

    @Test
    void a_paraphrase_is_nearer_than_another_subject() throws Exception {
        List<float[]> vectors = encoder.encode(List.of(
                "How many days of holiday do employees have?",
                "Staff are entitled to twenty-five vacation days a year.",
                "The pump must be switched off before cleaning."));

        assertThat(likeness(vectors.get(0), vectors.get(1))).isGreaterThan(0.4);
        assertThat(likeness(vectors.get(0), vectors.get(2))).isLessThan(0.2);
    }

    @Test
    void a_text_has_the_same_vector_in_any_company() throws Exception {
        String text = "Invoices are paid within thirty days.";
        float[] alone = encoder.encode(List.of(text)).get(0);
        float[] accompanied =
                encoder.encode(List.of("x".repeat(4_000), text, "")).get(1);

        assertThat(accompanied).containsExactly(alone);
    }

    @Test
    void words_past_the_128_tokens_of_the_tokenizer_file_count_and_past_512_do_not() throws Exception {
        String filling = "word ".repeat(200);
        List<float[]> vectors = encoder.encode(List.of(filling, filling + "volcano"));
        String overflowing = "word ".repeat(600);
        List<float[]> cut = encoder.encode(List.of(overflowing, overflowing + "volcano"));

        assertThat(encoder.tokens(filling)).isEqualTo(202);
        assertThat(encoder.tokens(overflowing)).isEqualTo(512);
        assertThat(vectors.get(0)).isNotEqualTo(vectors.get(1));
        assertThat(cut.get(0)).containsExactly(cut.get(1));
    }

    @Test
    void strange_characters_do_no_harm() throws Exception {
        List<String> strange =
                List.of("\uD800", "\0", "\u202Eevil", "🙂".repeat(2_000), "\n\n\t", "\uFFFF", "a".repeat(100_000));

        assertThat(encoder.encode(strange))
                .hasSize(strange.size())
                .allSatisfy(vector -> assertThat(likeness(vector, vector)).isCloseTo(1, within(1e-5)));
    }

    @Test
    void threads_do_not_disturb_each_other() throws Exception {
        List<String> texts = List.of("One.", "Two houses.", "Three green houses.", "Four green houses by the lake.");
        List<float[]> expected = encoder.encode(texts);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<float[]>>> calls = new ArrayList<>(Collections.nCopies(20, () -> encoder.encode(texts)));
            for (Future<List<float[]>> answer : threads.invokeAll(calls)) {
                for (int i = 0; i < texts.size(); i++) {
                    assertThat(answer.get().get(i)).containsExactly(expected.get(i));
                }
            }
        }
    }

    @Test
    void an_interrupted_thread_stops_before_the_next_text() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> encoder.encode(List.of("never"))).isInstanceOf(InterruptedException.class);
    }

    private static double likeness(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }
}
