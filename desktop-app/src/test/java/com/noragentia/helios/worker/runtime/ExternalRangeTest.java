/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a graph may say its tensors hold, and where. */
class ExternalRangeTest {

    private static final long WEIGHTS_BYTES = 10_000_000_000L;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, 8", "4096, 8", "9999999992, 8", "10000000000, 0"})
    void data_within_its_file_passes(String offset, String length) {
        assertThatCode(() -> inspect(weight("weights", offset, length))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"9999999993, 8", "10000000001, 0", "0, 10000000001", "999999999999999999, 999999999999999999"})
    void data_beyond_the_end_of_its_file_is_refused(String offset, String length) {
        assertThatThrownBy(() -> inspect(weight("weights", offset, length))).hasMessageContaining("beyond the end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+8", "1e3", "0x8", " 8", "9223372036854775808", "8\0"})
    void what_is_no_number_of_bytes_is_refused(String number) {
        assertThatThrownBy(() -> inspect(weight("weights", number, "8"))).hasMessageContaining("no number");
        assertThatThrownBy(() -> inspect(weight("weights", "0", number))).hasMessageContaining("no number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../weights",
                "./weights",
                "/weights",
                "weights/",
                "sub/weights",
                "Weights",
                "other",
                "",
                "weights\0"
            })
    void data_in_a_file_that_is_not_listed_under_its_bare_name_is_refused(String location) {
        assertThatThrownBy(() -> inspect(weight(location, "0", "8"))).hasMessageContaining("does not list");
    }

    @Test
    void data_without_a_place_is_refused() {
        ProtobufBytes nowhere = tensor().message(13, CraftedModel.entry("length", "8"));

        assertThatThrownBy(() -> inspect(nowhere)).hasMessageContaining("does not list");
    }

    @Test
    void an_earlier_place_outside_is_refused_though_a_later_one_is_listed() {
        ProtobufBytes twice = weight("/etc/passwd", "0", "8").message(13, CraftedModel.entry("location", "weights"));

        assertThatThrownBy(() -> inspect(twice)).hasMessageContaining("does not list");
    }

    @Test
    void more_than_sixteen_gigabytes_in_all_are_refused_though_each_tensor_fits() {
        ProtobufBytes one = weight("weights", "0", "9000000000");

        assertThatCode(() -> inspect(one)).doesNotThrowAnyException();
        assertThatThrownBy(() -> inspect(one, one)).hasMessageContaining("bytes in tensors");
    }

    @Test
    void data_of_unsaid_length_counts_to_the_end_of_its_file() {
        ProtobufBytes all = tensor().message(13, CraftedModel.entry("location", "weights"));

        assertThatCode(() -> inspect(all)).doesNotThrowAnyException();
        assertThatThrownBy(() -> inspect(all, all)).hasMessageContaining("bytes in tensors");
    }

    @Test
    void more_tensors_than_allowed_are_refused() {
        ProtobufBytes[] many = new ProtobufBytes[GraphInspection.MAX_TENSORS + 1];
        Arrays.fill(many, new ProtobufBytes());

        assertThatThrownBy(() -> inspect(many)).hasMessageContaining("tensors");
    }

    @Test
    void what_is_not_a_plain_file_is_not_read() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("d.onnx"));

        assertThatThrownBy(() -> GraphInspection.of(manifest()).inspect(directory))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("not a plain file");
    }

    private static ProtobufBytes tensor() {
        return new ProtobufBytes().number(1, 2).number(2, 1).text(8, "w").number(14, 1);
    }

    private static ProtobufBytes weight(String location, String offset, String length) {
        return tensor().message(13, CraftedModel.entry("location", location))
                .message(13, CraftedModel.entry("offset", offset))
                .message(13, CraftedModel.entry("length", length));
    }

    private void inspect(ProtobufBytes... weights) throws IOException, ModelFailure {
        ProtobufBytes graph = CraftedModel.graph(weights[0], CraftedModel.addition());
        for (int i = 1; i < weights.length; i++) {
            graph.message(5, weights[i]);
        }
        Path file = Files.write(folder.resolve("m.onnx"), CraftedModel.ofGraph(graph));
        GraphInspection.of(manifest()).inspect(file);
    }

    private static ModelManifest manifest() {
        return new ModelManifest(
                "crafted",
                "Crafted",
                List.of(Expert.CHAT),
                List.of(),
                "CC0-1.0",
                1,
                List.of(
                        new ModelFile("m.onnx", 1_000, "a".repeat(64), List.of()),
                        new ModelFile("weights", WEIGHTS_BYTES, "b".repeat(64), List.of())));
    }
}
