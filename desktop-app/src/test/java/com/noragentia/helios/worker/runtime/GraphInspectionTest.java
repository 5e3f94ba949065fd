/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphInspectionTest {

    @TempDir
    private Path folder;

    @Test
    void an_honest_model_passes() {
        assertThatCode(() -> inspect(CraftedModel.selfContained())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai.onnx", "com.microsoft", ""})
    void operators_of_known_domains_pass(String domain) {
        byte[] model = CraftedModel.ofGraph(CraftedModel.graph(
                CraftedModel.inlineWeight(), CraftedModel.addition().text(7, domain)));

        assertThatCode(() -> inspect(model)).doesNotThrowAnyException();
    }

    @Test
    void an_operator_of_an_unknown_domain_is_refused() {
        byte[] model = CraftedModel.ofGraph(CraftedModel.graph(
                CraftedModel.inlineWeight(), CraftedModel.addition().text(7, "com.example.custom")));

        assertRefused(model, "unknown domain");
    }

    @Test
    void an_operator_set_of_an_unknown_domain_is_refused() {
        byte[] model = CraftedModel.ofGraph(
                CraftedModel.graph(CraftedModel.inlineWeight(), CraftedModel.addition()),
                new ProtobufBytes()
                        .message(8, new ProtobufBytes().text(1, "com.example").number(2, 1)));

        assertRefused(model, "unknown domain");
    }

    @Test
    void external_data_hidden_in_a_branch_is_found() {
        ProtobufBytes hidden = new ProtobufBytes().message(13, CraftedModel.entry("location", "../secret"));
        ProtobufBytes branch = new ProtobufBytes().message(5, hidden);
        ProtobufBytes condition = CraftedModel.addition().message(5, new ProtobufBytes().message(6, branch));

        assertRefused(
                CraftedModel.ofGraph(CraftedModel.graph(CraftedModel.inlineWeight(), condition)), "does not list");
    }

    @Test
    void external_data_hidden_in_a_constant_or_a_sparse_tensor_is_found() {
        ProtobufBytes hidden = new ProtobufBytes().message(13, CraftedModel.entry("location", "/etc/passwd"));
        ProtobufBytes constant = CraftedModel.addition().message(5, new ProtobufBytes().message(5, hidden));
        ProtobufBytes sparse = CraftedModel.graph(CraftedModel.inlineWeight(), CraftedModel.addition())
                .message(15, new ProtobufBytes().message(2, hidden));

        assertRefused(CraftedModel.ofGraph(CraftedModel.graph(CraftedModel.inlineWeight(), constant)), "does not list");
        assertRefused(CraftedModel.ofGraph(sparse), "does not list");
    }

    @Test
    void the_last_of_two_locations_counts() {
        ProtobufBytes twice = CraftedModel.entry("location", "m.onnx").text(2, "../secret");
        ProtobufBytes weight = CraftedModel.inlineWeight().message(13, twice);

        assertRefused(CraftedModel.ofGraph(CraftedModel.graph(weight, CraftedModel.addition())), "does not list");
    }

    @Test
    void more_nodes_than_allowed_are_refused() {
        ProtobufBytes[] nodes = new ProtobufBytes[GraphInspection.MAX_NODES + 1];
        Arrays.fill(nodes, new ProtobufBytes());

        assertRefused(CraftedModel.ofGraph(CraftedModel.graph(CraftedModel.inlineWeight(), nodes)), "nodes");
    }

    @Test
    void graphs_nested_without_end_are_refused() {
        ProtobufBytes graph = new ProtobufBytes();
        for (int depth = 0; depth < 2_000; depth++) {
            ProtobufBytes attribute = new ProtobufBytes().message(6, graph);
            graph = new ProtobufBytes().message(1, new ProtobufBytes().message(5, attribute));
        }

        assertRefused(new ProtobufBytes().message(7, graph).toByteArray(), "nested");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000, Integer.MAX_VALUE, Long.MAX_VALUE, -1})
    void a_length_beyond_the_file_is_refused(long length) {
        assertRefused(new ProtobufBytes().announce(7, length).toByteArray(), "longer than");
        assertRefused(new ProtobufBytes().announce(2, length).toByteArray(), "longer than");
    }

    @Test
    void a_number_that_is_cut_off_or_endless_is_refused() {
        assertRefused(new ProtobufBytes().raw(0x08, 0x80).toByteArray(), "cut off");
        assertRefused(new ProtobufBytes().raw(0x08).raw(endless()).toByteArray(), "a number of over");
    }

    @Test
    void a_group_a_field_zero_and_a_message_written_as_a_number_are_refused() {
        assertRefused(new ProtobufBytes().raw(0x0B).toByteArray(), "wire type");
        assertRefused(new ProtobufBytes().number(0, 1).toByteArray(), "field number");
        assertRefused(new ProtobufBytes().number(7, 1).toByteArray(), "unexpected type");
    }

    @Test
    void an_empty_file_and_a_file_without_graph_are_refused() {
        assertRefused(new byte[0], "no graph");
        assertRefused(new ProtobufBytes().text(2, "someone").toByteArray(), "no graph");
    }

    @Test
    void a_model_cut_anywhere_is_refused_or_passes_but_never_breaks_the_inspection() throws IOException {
        byte[] model = CraftedModel.withExternalData("m.onnx");
        for (int length = 0; length < model.length; length++) {
            assertOnlyModelFailures(Arrays.copyOf(model, length));
        }
    }

    @Test
    void noise_never_breaks_the_inspection() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 500; round++) {
            byte[] noise = CraftedModel.selfContained();
            for (int i = 0; i < 5; i++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt();
            }
            assertOnlyModelFailures(noise);
        }
    }

    @Test
    void a_symbolic_link_is_not_followed() throws IOException {
        Path model = Files.write(folder.resolve("m.onnx"), CraftedModel.selfContained());
        Path link = Files.createSymbolicLink(folder.resolve("link.onnx"), model);

        assertThatThrownBy(
                        () -> GraphInspection.of(CraftedModel.manifest(model)).inspect(link))
                .isInstanceOf(ModelFailure.class);
    }

    private void assertOnlyModelFailures(byte[] model) throws IOException {
        try {
            inspect(model);
        } catch (ModelFailure expected) {
            assertThat(expected).hasMessageStartingWith("m.onnx");
        }
    }

    private void assertRefused(byte[] model, String reason) {
        assertThatThrownBy(() -> inspect(model))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining(reason);
    }

    private void inspect(byte[] model) throws IOException, ModelFailure {
        Path file = Files.write(folder.resolve("m.onnx"), model);
        GraphInspection inspection = model.length == 0
                ? GraphInspection.of(CraftedModel.manifest())
                : GraphInspection.of(CraftedModel.manifest(file));
        inspection.inspect(file);
    }

    private static int[] endless() {
        int[] octets = new int[11];
        Arrays.fill(octets, 0x80);
        return octets;
    }
}
