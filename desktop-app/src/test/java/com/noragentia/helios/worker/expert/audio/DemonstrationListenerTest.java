/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.model.Begun;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.runtime.GraphInspection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the small listening model that comes with Helios promises in its README. */
class DemonstrationListenerTest {

    private static final String FOLDER = "classpath:/models/helios-listen-1/";
    private static final String ENCODER = "encoder_model_quantized.onnx";
    private static final String DECODER = "decoder_model_merged_quantized.onnx";
    private static final List<String> FILES = List.of(
            ENCODER,
            DECODER,
            "config.json",
            "generation_config.json",
            "preprocessor_config.json",
            "tokenizer.json",
            "tokenizer_config.json");
    /** Of 32; the README has the shares of 600. */
    private static final int MOST_WRONG = 6;

    private static final int MOST_UNTIMELY = 1;
    private static final int MOST_MISTAKEN = 1;
    private static final double ALLOWED_SECONDS = 0.3;
    private static final int MOST_BYTES = 6_000_000;

    @TempDir
    private static Path folder;

    private static Path recordings;
    private static List<SpokenSample> samples;
    private static GreedyListener listener;

    @BeforeAll
    static void open() throws Exception {
        for (String name : FILES) {
            try (InputStream in = stream(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        URL list = Objects.requireNonNull(DemonstrationListenerTest.class.getResource("/samples/speech/speech.json"));
        recordings = Path.of(list.toURI().resolve("."));
        samples = SpokenSample.of(recordings);
        listener = new GreedyListener(folder);
    }

    @AfterAll
    static void close() throws Exception {
        listener.close();
    }

    @Test
    void unseen_sentences_are_written_down_exactly() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (SpokenSample sample : samples) {
            try (GreedyListener.Heard heard = listener.hear(sample.sound(recordings))) {
                String text = heard.transcript(heard.tokens(sample.language(), false, true))
                        .text();
                if (!text.equals(sample.text())) {
                    wrong.add(sample.file() + ": " + text + " (right: " + sample.text() + ")");
                }
            }
        }

        assertThat(samples).hasSizeGreaterThanOrEqualTo(30);
        assertThat(wrong).hasSizeLessThanOrEqualTo(MOST_WRONG);
    }

    @Test
    void it_hears_which_language_is_spoken() throws Exception {
        List<String> mistaken = new ArrayList<>();
        for (SpokenSample sample : samples) {
            try (GreedyListener.Heard heard = listener.hear(sample.sound(recordings))) {
                if (!heard.language().equals(sample.language())) {
                    mistaken.add(sample.file() + ": " + heard.language());
                }
            }
        }

        assertThat(mistaken).hasSizeLessThanOrEqualTo(MOST_MISTAKEN);
    }

    @Test
    void it_says_when_each_sentence_begins_and_ends() throws Exception {
        List<String> untimely = new ArrayList<>();
        for (SpokenSample sample : samples) {
            try (GreedyListener.Heard heard = listener.hear(sample.sound(recordings))) {
                Transcript timed = heard.transcript(heard.tokens(sample.language(), true, true));
                if (!inTime(timed.segments(), sample.sentences())) {
                    untimely.add(sample.file() + ": " + timed.segments() + " (right: " + sample.sentences() + ")");
                }
            }
        }

        assertThat(untimely).hasSizeLessThanOrEqualTo(MOST_UNTIMELY);
    }

    @Test
    void with_its_cache_it_says_the_same_token_for_token() throws Exception {
        for (SpokenSample sample : samples.subList(0, 8)) {
            try (GreedyListener.Heard heard = listener.hear(sample.sound(recordings))) {
                for (boolean timed : List.of(true, false)) {
                    long[] cached = heard.tokens(sample.language(), timed, true);

                    assertThat(cached).isNotEmpty().isEqualTo(heard.tokens(sample.language(), timed, false));
                }
            }
        }
    }

    @Test
    void where_nobody_speaks_it_says_so() throws Exception {
        Random random = new Random(5);
        float[] noise = new float[48_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.01 * random.nextGaussian());
        }
        for (float[] sound : List.of(new float[16_000], noise)) {
            try (GreedyListener.Heard heard = listener.hear(sound)) {
                assertThat(heard.language()).isEqualTo("nospeech");
                assertThat(heard.tokens("en", false, true)).isEmpty();
            }
        }
    }

    @Test
    void its_graphs_have_the_names_of_the_hub() {
        List<String> past = List.of(
                "past_key_values.0.decoder.key", "past_key_values.0.decoder.value",
                "past_key_values.0.encoder.key", "past_key_values.0.encoder.value",
                "past_key_values.1.decoder.key", "past_key_values.1.decoder.value",
                "past_key_values.1.encoder.key", "past_key_values.1.encoder.value");

        var names = listener.names();
        assertThat(names.get("encoder inputs")).containsExactly("input_features");
        assertThat(names.get("encoder outputs")).containsExactly("last_hidden_state");
        assertThat(names.get("decoder inputs"))
                .contains("input_ids", "encoder_hidden_states", "use_cache_branch")
                .containsAll(past)
                .hasSize(past.size() + 3);
        assertThat(names.get("decoder outputs"))
                .contains("logits")
                .containsAll(past.stream()
                        .map(name -> name.replace("past_key_values", "present"))
                        .toList())
                .hasSize(past.size() + 1);
    }

    @Test
    void its_tokenizer_knows_the_tokens_of_whisper() throws IOException {
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(folder.resolve("tokenizer.json"))) {
            for (String token : List.of(
                    "<|endoftext|>",
                    "<|startoftranscript|>",
                    "<|en|>",
                    "<|es|>",
                    "<|transcribe|>",
                    "<|nospeech|>",
                    "<|notimestamps|>",
                    "<|0.00|>",
                    "<|30.00|>")) {
                assertThat(tokenizer.encode(token, false, false).getIds()).hasSize(1);
            }
            assertThat(listener.number("<|30.00|>") - listener.number("<|0.00|>"))
                    .isEqualTo(1_500);
            for (String text : List.of(" The answer is 42.", " ¿Qué hora es? Son las 7:30.", " Zürich, 日本 😀")) {
                long[] tokens = tokenizer.encode(text, false, false).getIds();

                assertThat(tokenizer.decode(tokens, true)).isEqualTo(text);
            }
        }
    }

    @Test
    void its_manifest_describes_the_files_beside_it_and_its_graphs_pass_the_inspection() throws Exception {
        ModelManifest manifest;
        try (InputStream in = stream("manifest.json")) {
            manifest = JsonCodec.decode(in.readAllBytes(), ModelManifest.class, 10_000);
        }
        List<ModelFile> found = new ArrayList<>();
        for (String name : FILES) {
            byte[] content = Files.readAllBytes(folder.resolve(name));
            found.add(new ModelFile(name, content.length, Sha256.hex(content), List.of(URI.create(FOLDER + name))));
        }

        assertThat(manifest.files()).isEqualTo(found);
        assertThat(manifest.bytes()).isLessThan(MOST_BYTES);
        for (String graph : List.of(ENCODER, DECODER)) {
            GraphInspection.of(manifest).inspect(folder.resolve(graph));
        }
    }

    private static boolean inTime(List<Transcript.Segment> heard, List<Transcript.Segment> said) {
        if (heard.size() != said.size()) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            if (Math.abs(heard.get(i).start() - said.get(i).start()) > ALLOWED_SECONDS
                    || Math.abs(heard.get(i).end() - said.get(i).end()) > ALLOWED_SECONDS) {
                return false;
            }
        }
        return true;
    }

    private static InputStream stream(String name) throws IOException {
        return new ClasspathSource(DemonstrationListenerTest.class.getClassLoader())
                .open(URI.create(FOLDER + name), Begun.NOTHING)
                .content();
    }
}
