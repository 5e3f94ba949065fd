/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.task.Seen.Thing;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.graph.SeeingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Detectors as the hub has them, and as nobody should: the graph decides nothing that the config did not announce. */
final class DetectionModelTest {

    private static final String CONFIG = "{\"id2label\": {\"0\": \"circle\", \"1\": \"square\"}, \"patch_size\": 16}";
    private static final String PICTURES = """
            {"size": 64, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
            """;
    private static final float[][] FOUND = {{9, 0, 0}, {0, 0, 9}};
    private static final float[][] PLACES = {{0.5f, 0.5f, 0.5f, 0.5f}, {0.1f, 0.1f, 0.1f, 0.1f}};
    /** Half of what the file has. */
    private static final DecodedPicture PICTURE = new DecodedPicture(new Picture(20, 10, new int[200]), 2);

    @TempDir
    private Path folder;

    private SmallModel model;

    @BeforeEach
    void describe() throws IOException {
        model = new SmallModel(folder, ModelFamily.VISION)
                .with("config.json", CONFIG)
                .with("preprocessor_config.json", PICTURES);
    }

    private List<Thing> find(byte[] graph) throws ModelFailure, IOException, InterruptedException {
        try (ModelSpace space = model.with("model.onnx", graph).open()) {
            return DetectionModel.openIn(space).find(PICTURE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void things_are_found_in_pixels_of_the_whole_file(boolean mask) throws Exception {
        assertThat(find(SeeingModel.detector(FOUND, PLACES, mask)))
                .singleElement()
                .satisfies(thing -> {
                    assertThat(thing.label()).isEqualTo("circle");
                    assertThat(thing.box()).isEqualTo(new Box(10, 5, 20, 10));
                });
    }

    @Test
    void a_graph_without_the_names_is_refused() {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> find(SeeingModel.stranger()))
                .withMessageContaining("no detector");
        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> find(SeeingModel.encoder()));
        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> find(new byte[] {1, 2, 3}));
    }

    @Test
    void classes_that_the_config_does_not_name_are_refused() {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> find(SeeingModel.detector(new float[][] {{1, 2, 3, 4}}, new float[1][4], false)))
                .withMessageContaining("scores 4 classes");
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> find(SeeingModel.detector(new float[][] {{9, Float.NaN, 0}}, new float[1][4], false)))
                .withMessageContaining("no number");
    }

    @Test
    void who_cancels_is_heard() throws Exception {
        try (ModelSpace space = model.with("model.onnx", SeeingModel.detector(FOUND, PLACES, false))
                .open()) {
            DetectionModel detector = DetectionModel.openIn(space);
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> detector.find(PICTURE));
            assertThat(Thread.interrupted()).isFalse();
            assertThat(detector.find(PICTURE)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"id2label\": {}}",
                "{\"id2label\": [\"a\", \"b\"]}",
                "{\"id2label\": {\"0\": \"a\", \"2\": \"b\"}}",
                "{\"id2label\": {\"0\": \"a\", \"1\": \" \"}}",
                "{\"id2label\": {\"0\": \"a\", \"1\": \"b\\u0007\"}}",
                "{\"id2label\": {\"0\": \"a\"}, \"helios_threshold\": 0}",
                "{\"id2label\": {\"0\": \"a\"}, \"helios_threshold\": 1}",
                "{\"id2label\": {\"0\": \"a\"}, \"patch_size\": 0}",
                "{\"id2label\": {\"0\": \"a\"}, \"num_attention_heads\": 1000000}",
                "not json",
            })
    void a_config_that_cannot_be_is_refused(String config) throws IOException {
        model.with("config.json", config);

        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> model.read(DetectorConfig::read));
    }

    @Test
    void a_name_as_long_as_a_book_is_refused() throws IOException {
        model.with("config.json", "{\"id2label\": {\"0\": \"" + "a".repeat(65) + "\"}}");

        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> model.read(DetectorConfig::read));
    }

    @Test
    void the_files_of_the_hub_are_known_by_their_names() {
        assertThat(DetectionModel.opens(List.of("model_quantized.onnx", "config.json", "preprocessor_config.json")))
                .isTrue();
        assertThat(DetectionModel.opens(List.of("model_quantized.onnx", "config.json")))
                .isFalse();
        assertThat(DetectionModel.opens(List.of("a.onnx", "b.onnx", "config.json", "preprocessor_config.json")))
                .isFalse();
    }
}
