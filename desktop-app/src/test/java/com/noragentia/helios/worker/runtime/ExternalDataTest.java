/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.MalformedModelException;
import ai.djl.ModelException;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/0003: the ONNX Runtime that DJL asks for reads files outside the model's folder; the one we put in its place must not. */
class ExternalDataTest {

    private static final float[] SECRET = {42, 43};

    @TempDir
    private Path folder;

    private Path models;
    private OnnxRuntime runtime;

    @BeforeEach
    void lay_a_secret_beside_the_models_folder() throws IOException, ModelFailure {
        runtime = Runtimes.roomy();
        models = Files.createDirectory(folder.resolve("models"));
        Files.write(folder.resolve("secret"), bytes(SECRET));
        Files.createSymbolicLink(models.resolve("link"), folder.resolve("secret"));
        Files.write(models.resolve("weights"), bytes(SECRET));
    }

    @Test
    void the_native_library_is_the_one_that_checks() {
        assertThat(runtime.version()).isEqualTo("1.29.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "ABSOLUTE", "link"})
    void onnx_runtime_does_not_read_a_secret_outside(String location) throws IOException {
        Path model = write(location);

        assertThatThrownBy(() -> sumThroughOnnxRuntime(model)).isInstanceOf(OrtException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "ABSOLUTE", "link"})
    void djl_does_not_read_a_secret_outside(String location) throws IOException {
        Path model = write(location);

        assertThatThrownBy(() -> sumThroughDjl(model))
                .isInstanceOfAny(MalformedModelException.class, EngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "ABSOLUTE", "link", "./weights", "weights/../weights", "weights\\..\\x", ""})
    void the_inspection_refuses_it_before(String location) throws IOException {
        Path model = write(location);
        GraphInspection inspection = GraphInspection.of(CraftedModel.manifest(model, models.resolve("weights")));

        assertThatThrownBy(() -> inspection.inspect(model))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("does not list");
    }

    @ParameterizedTest
    @CsvSource({
        "prepacked_0, w|0;8;0",
        "prepacked, x|99999999999;8;0",
        "basepath, /",
        "'', weights",
        "LOCATION, weights"
    })
    void the_inspection_refuses_what_only_the_native_library_heeds(String key, String value) throws IOException {
        Path model = Files.write(models.resolve("m.onnx"), CraftedModel.withExternalData("weights", key, value));
        GraphInspection inspection = GraphInspection.of(CraftedModel.manifest(model, models.resolve("weights")));

        assertThatThrownBy(() -> inspection.inspect(model))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("more is said of external data");
    }

    @Test
    void a_checksum_is_let_in() throws IOException, ModelFailure {
        Path model = Files.write(
                models.resolve("m.onnx"), CraftedModel.withExternalData("weights", "checksum", "0".repeat(40)));

        assertThat(GraphInspection.of(CraftedModel.manifest(model, models.resolve("weights")))
                        .inspect(model)
                        .dataFiles())
                .containsExactly("weights");
    }

    @Test
    void data_beside_the_model_loads_everywhere() throws Exception {
        Path model = write("weights");
        Path weights = models.resolve("weights");

        assertThat(sumThroughOnnxRuntime(model)).containsExactly(SECRET);
        assertThat(sumThroughDjl(model)).containsExactly(SECRET);
        try (ModelSpace space =
                runtime.admit(CraftedModel.manifest(model, weights), Map.of("m.onnx", model, "weights", weights))) {
            assertThat(space.graph("m.onnx")
                            .run(new FloatTensor(new float[2], 2))
                            .values())
                    .containsExactly(SECRET);
        }
    }

    private Path write(String location) throws IOException {
        String actual = location.equals("ABSOLUTE")
                ? folder.resolve("secret").toAbsolutePath().toString()
                : location;
        return Files.write(models.resolve("m.onnx"), CraftedModel.withExternalData(actual));
    }

    private static float[] sumThroughOnnxRuntime(Path model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.toString());
                OnnxTensor zeros = OnnxTensor.createTensor(environment, new float[2]);
                OrtSession.Result result = session.run(Map.of("x", zeros))) {
            return (float[]) result.get(0).getValue();
        }
    }

    private static float[] sumThroughDjl(Path model) throws IOException, ModelException, TranslateException {
        Criteria<NDList, NDList> criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optEngine("OnnxRuntime")
                .optModelPath(model)
                .optTranslator(new NoopTranslator())
                .build();
        try (ZooModel<NDList, NDList> loaded = criteria.loadModel();
                Predictor<NDList, NDList> predictor = loaded.newPredictor();
                NDManager arrays = NDManager.newBaseManager("OnnxRuntime");
                NDList answer = predictor.predict(new NDList(arrays.create(new float[2])))) {
            return answer.get(0).toFloatArray();
        }
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }
}
