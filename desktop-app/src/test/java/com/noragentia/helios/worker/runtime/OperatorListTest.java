/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which operators a graph may use, by the family of its model. */
class OperatorListTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReduceSum", "Sub", "Cast", "Shape", "Gather", "Reshape", "GatherBlockQuantized",
                        "SimplifiedLayerNormalization",
                "SkipSimplifiedLayerNormalization", "MatMulNBits", "Add", "GroupQueryAttention", "Split", "Sigmoid",
                        "Mul", "Unsqueeze",
                "DynamicQuantizeLinear", "MatMulInteger", "MatMul", "Transpose"
            })
    void the_operators_of_decoders_are_let_in(String operator) {
        assertThatCode(() -> inspect(operator, ModelFamily.CAUSAL_LM)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "CAUSAL_LM, Conv", "CAUSAL_LM, Loop", "ENCODER, GroupQueryAttention", "CROSS_ENCODER, If",
                "VISION, GroupQueryAttention",
        "VISION, Loop", "ENCODER_DECODER, RandomNormal", "CAUSAL_LM, ''", "CAUSAL_LM, add", "ENCODER, Optional"
    })
    void an_operator_that_a_family_does_not_need_is_refused(ModelFamily family, String operator) {
        assertThatThrownBy(() -> inspect(operator, family))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("an operator that models of this kind do not need");
    }

    @Test
    void a_name_that_would_spoil_the_log_is_not_written_there() {
        assertThatThrownBy(() -> inspect("Add\n\u001b[31mforged", ModelFamily.CAUSAL_LM))
                .hasMessageEndingWith("Add???31mforged");
    }

    @Test
    void an_operator_hidden_in_a_branch_is_found() throws IOException {
        ProtobufBytes branch = new ProtobufBytes().message(1, node("Loop"));
        ProtobufBytes condition = node("If").message(5, new ProtobufBytes().message(6, branch));
        byte[] model = CraftedModel.ofGraph(CraftedModel.graph(CraftedModel.inlineWeight(), condition));

        assertThatThrownBy(() -> inspect(model, ModelFamily.CAUSAL_LM)).hasMessageContaining("Loop");
    }

    @Test
    void a_function_of_the_model_brings_no_operator_in() {
        ProtobufBytes function = new ProtobufBytes().text(1, "Add").message(7, node("Loop"));
        byte[] model = CraftedModel.ofGraph(
                CraftedModel.graph(CraftedModel.inlineWeight(), CraftedModel.addition()),
                new ProtobufBytes().message(25, function));

        assertThatThrownBy(() -> inspect(model, ModelFamily.CAUSAL_LM)).hasMessageContaining("Loop");
    }

    @ParameterizedTest
    @CsvSource({
        "EMBEDDING, Loop",
        "EMBEDDING, Conv",
        "EMBEDDING, GroupQueryAttention",
        "CHAT, Loop",
        "CHAT, Conv",
        "IMAGE, Loop"
    })
    void without_a_family_what_a_model_is_for_says_which_operators_it_may_use(Expert expert, String operator)
            throws IOException {
        Path file = Files.write(
                folder.resolve("m.onnx"),
                CraftedModel.ofGraph(CraftedModel.graph(CraftedModel.inlineWeight(), node(operator))));
        ModelManifest plain = CraftedModel.manifest(file);
        ModelManifest manifest = new ModelManifest(
                "m", "M", List.of(expert), List.of(), plain.licence(), plain.memoryBytes(), plain.files());

        assertThat(manifest.traits().family()).isEqualTo(ModelFamily.OTHER);
        assertThatThrownBy(() -> GraphInspection.of(manifest).inspect(file)).hasMessageContaining(operator);
    }

    @ParameterizedTest
    @EnumSource(ModelFamily.class)
    void sums_are_let_in_everywhere(ModelFamily family) {
        assertThatCode(() -> inspect("Add", family)).doesNotThrowAnyException();
        assertThat(OperatorList.of(family).allows("Add")).isTrue();
    }

    @Test
    void the_graphs_that_come_with_the_program_pass_as_their_families() throws Exception {
        passes(ModelFamily.ENCODER, "/all-minilm-l6-v2-q.onnx");
        passes(ModelFamily.VISION, "/all-minilm-l6-v2-q.onnx");
        passes(ModelFamily.VISION, "/models/ch_PP-OCRv4_det_infer.onnx");
        passes(ModelFamily.VISION, "/models/helios-read-1/latin_helios_mobile_rec.onnx");
        passes(ModelFamily.VISION, "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx");
    }

    private void passes(ModelFamily family, String resource) throws IOException, ModelFailure {
        Path place = Files.createTempDirectory(folder, "model");
        BundledModel model = BundledModel.lay(place, resource);
        for (Path file : model.files().values()) {
            GraphInspection.of(of(model.manifest(), family)).inspect(file);
        }
    }

    private static ProtobufBytes node(String operator) {
        return new ProtobufBytes().text(1, "x").text(1, "w").text(2, "y").text(4, operator);
    }

    private void inspect(String operator, ModelFamily family) throws IOException, ModelFailure {
        inspect(CraftedModel.ofGraph(CraftedModel.graph(CraftedModel.inlineWeight(), node(operator))), family);
    }

    private void inspect(byte[] model, ModelFamily family) throws IOException, ModelFailure {
        Path file = Files.write(folder.resolve("m.onnx"), model);
        GraphInspection.of(of(CraftedModel.manifest(file), family)).inspect(file);
    }

    private static ModelManifest of(ModelManifest plain, ModelFamily family) {
        return new ModelManifest(
                plain.id(),
                plain.title(),
                plain.experts(),
                plain.languages(),
                plain.licence(),
                plain.memoryBytes(),
                plain.files(),
                new ModelTraits(family, 0, false));
    }
}
