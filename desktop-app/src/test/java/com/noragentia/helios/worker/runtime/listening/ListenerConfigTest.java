/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a listening model, as the public exports write them down, and as nobody should. */
final class ListenerConfigTest {

    private static final String CONFIG = """
            {"model_type": "whisper", "vocab_size": 51865, "num_mel_bins": 80, "d_model": 512, "decoder_layers": 6,
             "max_source_positions": 1500, "max_target_positions": 448, "torch_dtype": "float32"}
            """;
    private static final String WRITING = """
            {"begin_suppress_tokens": [220, 50257], "decoder_start_token_id": 50258, "eos_token_id": 50257,
             "is_multilingual": true, "lang_to_id": {"<|en|>": 50259, "<|es|>": 50262, "<|haw|>": 50352},
             "max_initial_timestamp_index": 50, "max_length": 448, "no_timestamps_token_id": 50363,
             "suppress_tokens": [1, 2, 7, 50258, 50358, -1], "task_to_id": {"transcribe": 50359, "translate": 50358}}
            """;
    private static final String FRONT = """
            {"chunk_length": 30, "feature_size": 80, "hop_length": 160, "n_fft": 400, "n_samples": 480000,
             "nb_max_frames": 3000, "sampling_rate": 16000}
            """;
    /** As the catalogue has whisper-base. */
    private static final long MEMORY_BYTES = 500_000_000;

    private static final long WEIGHT_BYTES = 76_900_000;

    @TempDir
    private Path folder;

    @Test
    void the_files_of_whisper_base_are_read() throws Exception {
        ListenerConfig config = read(CONFIG, WRITING, FRONT);

        assertThat(config)
                .isEqualTo(new ListenerConfig(
                        80,
                        1_500,
                        512,
                        6,
                        51_865,
                        224,
                        50_258,
                        50_257,
                        50_364,
                        Map.of("en", 50_259, "es", 50_262, "haw", 50_352),
                        List.of(50_359),
                        List.of(1, 2, 7, 50_258, 50_358),
                        List.of(220, 50_257),
                        50,
                        28_000,
                        2_000));
        assertThat(config.noSpeech()).isEqualTo(50_362);
        assertThat(ListeningModel.workBytes(config) + 2 * WEIGHT_BYTES)
                .as("fits what the catalogue sets aside")
                .isLessThan(MEMORY_BYTES);
    }

    @Test
    void a_model_of_one_language_has_no_tokens_for_languages_and_tasks() throws Exception {
        String english = """
                {"begin_suppress_tokens": [220, 50256], "decoder_start_token_id": 50257, "eos_token_id": 50256,
                 "is_multilingual": false, "no_timestamps_token_id": 50362, "max_initial_timestamp_index": null}
                """;

        ListenerConfig config = read(CONFIG.replace("51865", "51864"), english, FRONT);

        assertThat(config.languages()).isEmpty();
        assertThat(config.transcribe()).isEmpty();
        assertThat(config.latestStart()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config.json|51865|51000",
                "config.json|1500|3000",
                "config.json|\"num_mel_bins\": 80|\"num_mel_bins\": 100000",
                "config.json|512|\"wide\"",
                "generation_config.json|50363|51800",
                "generation_config.json|50359|51865",
                "generation_config.json|[1, 2|[51865, 2",
                "generation_config.json|haw|../x",
                "generation_config.json|50257|50400",
                "preprocessor_config.json|16000|8000",
                "preprocessor_config.json|480000|160000",
                "preprocessor_config.json|400|512",
            })
    void what_cannot_be_is_refused(String file, String right, String wrong) {
        String config = file.equals("config.json") ? CONFIG.replace(right, wrong) : CONFIG;
        String writing = file.equals("generation_config.json") ? WRITING.replace(right, wrong) : WRITING;
        String front = file.equals("preprocessor_config.json") ? FRONT.replace(right, wrong) : FRONT;

        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> read(config, writing, front));
    }

    private ListenerConfig read(String config, String writing, String front) throws ModelFailure, IOException {
        Map<String, Path> files = Map.of(
                "config.json", Files.writeString(folder.resolve("c"), config),
                "generation_config.json", Files.writeString(folder.resolve("g"), writing),
                "preprocessor_config.json", Files.writeString(folder.resolve("p"), front));
        ModelManifest manifest = new ModelManifest(
                "whisper",
                "Whisper",
                List.of(Expert.AUDIO),
                List.of(),
                "MIT",
                1,
                files.keySet().stream()
                        .map(name -> new ModelFile(name, 1, "0".repeat(64), List.of()))
                        .toList(),
                new ModelTraits(ModelFamily.ENCODER_DECODER, 448, false));
        try (ModelSpace space = OnnxRuntime.start(1, new MemoryBudget(10)).admit(manifest, files)) {
            return ListenerConfig.read(space);
        }
    }
}
