/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What this program runs is known by the manifest, before a byte is fetched. */
class ModelKindTest {

    @Test
    void every_bundled_model_is_of_a_kind_that_runs() throws Exception {
        assertThat(BundledCatalogue.models())
                .allSatisfy(model -> assertThat(ModelKind.of(model)).isPresent());
    }

    @Test
    void a_language_model_and_an_encoder_of_the_production_set_run() {
        assertThat(kind(Expert.CHAT, ModelFamily.CAUSAL_LM, "model_q4.onnx", "config.json", "tokenizer.json"))
                .contains(ModelKind.WRITER);
        assertThat(kind(Expert.EMBEDDING, ModelFamily.ENCODER, "model_quantized.onnx", "tokenizer.json"))
                .contains(ModelKind.ENCODER);
    }

    @Test
    void a_speech_model_of_the_production_set_runs_if_it_has_all_its_files() {
        String[] files = {
            "encoder_model_quantized.onnx",
            "decoder_model_merged_quantized.onnx",
            "config.json",
            "generation_config.json",
            "preprocessor_config.json",
            "tokenizer.json",
            "tokenizer_config.json"
        };
        assertThat(kind(Expert.AUDIO, ModelFamily.ENCODER_DECODER, files)).contains(ModelKind.LISTENER);
        assertThat(kind(Expert.AUDIO, ModelFamily.OTHER, files)).isEmpty();
        for (int missing = 0; missing < files.length - 1; missing++) {
            String lacking = files[missing];
            assertThat(kind(
                            Expert.AUDIO,
                            ModelFamily.ENCODER_DECODER,
                            Stream.of(files)
                                    .filter(name -> !name.equals(lacking))
                                    .toArray(String[]::new)))
                    .as("without " + lacking)
                    .isEmpty();
        }
    }

    @Test
    void a_language_model_that_reads_documents_brings_what_finds_its_way_in_them() {
        String[] bare = {"model_q4.onnx", "config.json", "tokenizer.json"};
        String[] whole = {
            "model_q4.onnx",
            "config.json",
            "tokenizer.json",
            "all-minilm-l6-v2-q.onnx",
            "all-minilm-l6-v2-q-tokenizer.json",
            "langdetect-183.bin"
        };
        List<Expert> experts = List.of(Expert.CHAT, Expert.DOCUMENT);

        assertThat(kind(experts, ModelFamily.CAUSAL_LM, whole)).contains(ModelKind.READER);
        assertThat(kind(experts, ModelFamily.CAUSAL_LM, bare)).isEmpty();
        assertThat(kind(List.of(Expert.CHAT), ModelFamily.CAUSAL_LM, whole)).contains(ModelKind.WRITER);
        assertThat(ModelKind.writingGraph(manifest(experts, ModelFamily.CAUSAL_LM, whole)))
                .isEqualTo("model_q4.onnx");
    }

    @Test
    void a_captioner_and_a_detector_of_the_production_set_run_for_what_they_are() {
        String[] captioner = {
            "encoder_model_quantized.onnx",
            "decoder_model_merged_quantized.onnx",
            "config.json",
            "generation_config.json",
            "preprocessor_config.json",
            "tokenizer.json",
            "tokenizer_config.json"
        };
        String[] detector = {"model_quantized.onnx", "config.json", "preprocessor_config.json"};

        assertThat(kind(Expert.DESCRIPTION, ModelFamily.ENCODER_DECODER, captioner))
                .contains(ModelKind.DESCRIBER);
        assertThat(kind(Expert.OBJECTS, ModelFamily.VISION, detector)).contains(ModelKind.FINDER);
        assertThat(kind(Expert.DESCRIPTION, ModelFamily.VISION, captioner)).isEmpty();
        assertThat(kind(Expert.OBJECTS, ModelFamily.ENCODER_DECODER, detector)).isEmpty();
        assertThat(kind(Expert.DESCRIPTION, ModelFamily.ENCODER_DECODER, detector))
                .isEmpty();
        assertThat(kind(Expert.OBJECTS, ModelFamily.VISION, "model_quantized.onnx", "config.json"))
                .isEmpty();
        assertThat(kind(Expert.IMAGE, ModelFamily.VISION, detector))
                .as("it reads no text")
                .isEmpty();
    }

    @Test
    void a_reader_of_pictures_of_the_production_set_runs_with_what_comes_inside_the_program() {
        String[] ofTheHub = {
            "PP-OCRv5_mobile_det.onnx", "latin_PP-OCRv5_mobile_rec.onnx", "latin_PP-OCRv5_mobile_rec.dict.json"
        };
        String[] inside = {
            "PP-OCRv4_mobile_cls.onnx",
            "all-minilm-l6-v2-q.onnx",
            "all-minilm-l6-v2-q-tokenizer.json",
            "langdetect-183.bin"
        };
        String[] all = Stream.of(ofTheHub, inside).flatMap(Stream::of).toArray(String[]::new);

        assertThat(kind(Expert.IMAGE, ModelFamily.VISION, all)).contains(ModelKind.PICTURE_READER);
        assertThat(kind(Expert.IMAGE, ModelFamily.VISION, ofTheHub)).isEmpty();
    }

    private static Optional<ModelKind> kind(Expert expert, ModelFamily family, String... names) {
        return kind(List.of(expert), family, names);
    }

    private static Optional<ModelKind> kind(List<Expert> experts, ModelFamily family, String... names) {
        return ModelKind.of(manifest(experts, family, names));
    }

    private static ModelManifest manifest(List<Expert> experts, ModelFamily family, String... names) {
        List<ModelFile> files = Stream.of(names)
                .map(name -> new ModelFile(name, 1, "0".repeat(64), List.of()))
                .toList();
        return new ModelManifest("m", "M", experts, List.of(), "MIT", 1, files, new ModelTraits(family, 0, false));
    }
}
