/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.graph.SeeingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captioners as the hub has them, and as nobody should. */
final class CaptioningModelTest {

    /** The letters a to f, then the end. */
    private static final int LETTERS = 6;

    private static final Picture PICTURE = new Picture(3, 2, new int[6]);

    @TempDir
    private Path folder;

    private SmallModel model;

    @BeforeEach
    void describe() throws IOException {
        model = new SmallModel(folder, ModelFamily.ENCODER_DECODER)
                .with("config.json", "{\"decoder\": {\"vocab_size\": " + (LETTERS + 1) + "}}")
                .with(
                        "generation_config.json",
                        "{\"decoder_start_token_id\": 0, \"eos_token_id\": " + LETTERS + ", \"max_length\": 16}")
                .with(
                        "preprocessor_config.json",
                        "{\"size\": 32, \"image_mean\": [0.5, 0.5, 0.5], \"image_std\": [0.5, 0.5, 0.5]}")
                .with("tokenizer.json", tokenizer())
                .with("encoder_model.onnx", SeeingModel.encoder());
    }

    private static String tokenizer() {
        String entries = IntStream.range(0, LETTERS)
                .mapToObj(i -> "\"%c\": %d".formatted((char) ('a' + i), i))
                .collect(Collectors.joining(", "));
        return """
                {"version": "1.0", "truncation": null, "padding": null, "normalizer": null, "post_processor": null,
                 "added_tokens": [{"id": %d, "content": "<|endoftext|>", "single_word": false, "lstrip": false, "rstrip": false,
                  "normalized": false, "special": true}],
                 "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
                 "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
                 "model": {"type": "BPE", "dropout": null, "unk_token": null, "continuing_subword_prefix": null,
                  "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false, "ignore_merges": false,
                  "vocab": {%s, "<|endoftext|>": %d}, "merges": []}}
                """.formatted(LETTERS, entries, LETTERS);
    }

    private String describe(byte[] decoder) throws ModelFailure, IOException, InterruptedException {
        try (ModelSpace space = model.with("decoder_model_merged.onnx", decoder).open()) {
            return CaptioningModel.openIn(space).describe(PICTURE);
        }
    }

    @Test
    void a_caption_is_written_token_by_token_with_the_cache() throws Exception {
        assertThat(describe(SeeingModel.decoder(SeeingModel.inOrder(LETTERS + 1))))
                .isEqualTo("bcdef");
    }

    @Test
    void a_model_that_never_ends_is_cut() throws Exception {
        float[][] round = new float[LETTERS + 1][LETTERS + 1];
        for (float[] row : round) {
            row[1] = 1;
        }

        assertThat(describe(SeeingModel.decoder(round))).isEqualTo("b");
    }

    @Test
    void scores_that_are_no_numbers_are_refused() {
        for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[][] table = SeeingModel.inOrder(LETTERS + 1);
            table[2][3] = wrong;

            assertThatExceptionOfType(ModelFailure.class)
                    .isThrownBy(() -> describe(SeeingModel.decoder(table)))
                    .withMessageContaining("no numbers");
        }
    }

    @Test
    void a_vocabulary_that_the_config_does_not_announce_is_refused() throws Exception {
        for (int vocabulary : new int[] {LETTERS, LETTERS + 2}) {
            assertThatExceptionOfType(ModelFailure.class)
                    .isThrownBy(() -> describe(SeeingModel.decoder(SeeingModel.inOrder(vocabulary))))
                    .withMessageContaining("vocabulary");
        }
    }

    @Test
    void a_graph_without_the_names_is_refused() throws Exception {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> describe(SeeingModel.encoder()))
                .withMessageContaining("no merged decoder");
        model.with("encoder_model.onnx", new byte[] {7, 7, 7});
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> describe(SeeingModel.decoder(SeeingModel.inOrder(LETTERS + 1))));
    }

    @Test
    void who_cancels_is_heard() throws Exception {
        try (ModelSpace space = model.with(
                        "decoder_model_merged.onnx", SeeingModel.decoder(SeeingModel.inOrder(LETTERS + 1)))
                .open()) {
            CaptioningModel captioner = CaptioningModel.openIn(space);
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> captioner.describe(PICTURE));
            assertThat(Thread.interrupted()).isFalse();
            assertThat(captioner.describe(PICTURE)).isEqualTo("bcdef");
        }
    }

    @Test
    void the_files_of_the_hub_are_known_by_their_names() {
        List<String> files = List.of(
                "encoder_model_quantized.onnx",
                "decoder_model_merged_quantized.onnx",
                "config.json",
                "generation_config.json",
                "preprocessor_config.json",
                "tokenizer.json",
                "tokenizer_config.json");

        assertThat(CaptioningModel.opens(files)).isTrue();
        for (int missing = 0; missing < files.size() - 1; missing++) {
            String lacking = files.get(missing);
            assertThat(CaptioningModel.opens(
                            files.stream().filter(name -> !name.equals(lacking)).toList()))
                    .as("without " + lacking)
                    .isFalse();
        }
    }
}
