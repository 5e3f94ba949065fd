/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.FloatTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How models want their pictures, as the public exports write it down, and as nobody should. */
final class PictureConfigTest {

    private static final String CAPTIONER = """
            {"do_normalize": true, "do_resize": true, "feature_extractor_type": "ViTFeatureExtractor", "image_mean": [0.5, 0.5, 0.5],
             "image_std": [0.5, 0.5, 0.5], "resample": 2, "size": 224}
            """;
    private static final String DETECTOR = """
            {"do_normalize": true, "do_rescale": true, "do_resize": true, "format": "coco_detection", "image_mean": [0.485, 0.456, 0.406],
             "image_std": [0.229, 0.224, 0.225], "resample": 2, "rescale_factor": 0.00392156862745098,
             "size": {"longest_edge": 1333, "shortest_edge": 512}}
            """;

    @TempDir
    private Path folder;

    private PictureConfig read(String json) throws ModelFailure, IOException {
        return new SmallModel(folder, ModelFamily.VISION)
                .with("preprocessor_config.json", json)
                .read(PictureConfig::read);
    }

    @Test
    void the_files_of_the_hub_are_read() throws Exception {
        PictureConfig captioner = read(CAPTIONER);
        PictureConfig detector = read(DETECTOR);
        PictureConfig older = read(DETECTOR.replaceAll("\"size\".*", "\"size\": 512, \"max_size\": 1333}"));

        assertThat(captioner.size()).isEqualTo(new PictureConfig.Size.Fixed(224, 224));
        assertThat(captioner.resampling()).isEqualTo(Resampling.BILINEAR);
        assertThat(detector.size()).isEqualTo(new PictureConfig.Size.Shortest(512, 1_333));
        assertThat(older.size()).isEqualTo(detector.size());
        assertThat(detector.mean()).containsExactly(0.485f, 0.456f, 0.406f);
        assertThat(captioner.factor()).isCloseTo(1 / 255f, within(1e-9f));
    }

    @ParameterizedTest
    @CsvSource({
        "640, 480, 683, 512",
        "480, 640, 512, 683",
        "512, 512, 512, 512",
        "3000, 1000, 1333, 444",
        "8192, 8, 1333, 32",
        "1, 1, 512, 512",
    })
    void a_picture_keeps_its_proportions_as_far_as_the_graph_can_take_it(int width, int height, int toX, int toY)
            throws Exception {
        assertThat(read(DETECTOR).sizeFor(width, height)).isEqualTo(new PictureConfig.Size.Fixed(toX, toY));
    }

    @Test
    void a_graph_gets_red_green_and_blue_as_it_was_trained() throws Exception {
        int[] pixels = new int[224 * 224];
        Arrays.fill(pixels, 0xFF8000);

        FloatTensor tensor = read(CAPTIONER).tensor(new Picture(224, 224, pixels));

        assertThat(tensor.shape()).containsExactly(1, 3, 224, 224);
        int plane = 224 * 224;
        assertThat(tensor.values()[0]).isCloseTo(1, within(1e-6f));
        assertThat(tensor.values()[plane]).isCloseTo(128 / 127.5f - 1, within(1e-6f));
        assertThat(tensor.values()[3 * plane - 1]).isCloseTo(-1, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "224|1000000",
                "224|0",
                "224|-5",
                "224|\"wide\"",
                "224|{\"height\": 224}",
                "224|{\"height\": 224, \"width\": 100000}",
                "224|{\"shortest_edge\": 5000}",
                "224|{\"shortest_edge\": 512, \"longest_edge\": 100}",
                "224|{\"shortest_edge\": 512, \"longest_edge\": 1000000}",
                "\"resample\": 2|\"resample\": 5",
                "\"resample\": 2|\"resample\": 2.5",
                "[0.5, 0.5, 0.5],|[0.5, 0.5],",
                "[0.5, 0.5, 0.5], |[0.5, \"a\", 0.5],",
                "\"image_std\": [0.5, 0.5, 0.5]|\"image_std\": [0.5, 0, 0.5]",
                "\"image_std\": [0.5, 0.5, 0.5]|\"image_std\": 0.5",
                "\"do_resize\": true|\"do_resize\": false",
                "\"do_resize\": true|\"do_center_crop\": true",
                "\"do_resize\": true|\"rescale_factor\": 1e300",
            })
    void what_cannot_be_is_refused(String right, String wrong) {
        assertThat(CAPTIONER).contains(right);
        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> read(CAPTIONER.replace(right, wrong)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "{", "\"\"", "{\"size\": {}}"})
    void what_is_no_such_file_is_refused(String json) {
        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> read(json));
    }
}
