/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of a hub that need files which come inside the program. */
class BundledFilesTest {

    private static final ModelFile ENCODER =
            new ModelFile("encoder.onnx", 10, "a".repeat(64), List.of(URI.create("classpath:/encoder.onnx")));

    private static UnpinnedModel model(String path, ModelFile... bundled) {
        return new UnpinnedModel(
                "reader",
                "Reader",
                List.of(Expert.CHAT, Expert.DOCUMENT),
                List.of(Language.EN),
                "CC0-1.0",
                1_000,
                new ModelTraits(ModelFamily.CAUSAL_LM, 128, false),
                "owner/model",
                "main",
                List.of(new UnpinnedModel.UnpinnedFile(path, null, null)),
                List.of(bundled));
    }

    @Test
    void they_stand_in_the_manifest_and_are_not_asked_of_the_hub(@TempDir Path data) throws Exception {
        UnpinnedModel model = model("model.onnx", ENCODER);
        try (LocalHub hub = new LocalHub()) {
            hub.put(model, "weights".getBytes(StandardCharsets.US_ASCII));

            ModelManifest manifest = new Pinning(new PinnedFolder(data), Network.newKey(), hub.address(), millis -> {})
                    .pin(model, (file, done, total) -> {});

            assertThat(manifest.files()).hasSize(2).last().isEqualTo(ENCODER);
            assertThat(manifest.experts()).containsExactly(Expert.CHAT, Expert.DOCUMENT);
        }
    }

    @Test
    void they_have_names_of_their_own_and_come_from_nowhere_else() {
        ModelFile elsewhere =
                new ModelFile("encoder.onnx", 10, "a".repeat(64), List.of(URI.create("hub:/a/b/main/encoder.onnx")));

        assertThatIllegalArgumentException().isThrownBy(() -> model("onnx/encoder.onnx", ENCODER));
        assertThatIllegalArgumentException().isThrownBy(() -> model("model.onnx", elsewhere));
    }

    @Test
    void a_list_without_them_is_read_as_ever() throws Exception {
        String json = JsonCodec.encodeToString(model("model.onnx")).replace(",\"bundled\":[]", "");

        assertThat(JsonCodec.decode(json, UnpinnedModel.class, 1 << 16).inside())
                .isEmpty();
        assertThat(JsonCodec.decode(
                                JsonCodec.encodeToString(model("model.onnx", ENCODER)), UnpinnedModel.class, 1 << 16)
                        .inside())
                .containsExactly(ENCODER);
    }
}
