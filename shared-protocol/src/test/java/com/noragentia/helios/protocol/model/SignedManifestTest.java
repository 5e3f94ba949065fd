/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedManifestTest {

    private final SigningKey network = SigningKey.generate(new SecureRandom());
    private final ModelManifest manifest = new ModelManifest(
            "minilm-l6-v2-q",
            "MiniLM",
            List.of(Expert.EMBEDDING),
            List.of(Language.EN),
            "Apache-2.0",
            120_000_000,
            List.of(new ModelFile("model.onnx", 3, "a".repeat(64), List.of(URI.create("classpath:/model.onnx")))));

    @Test
    void a_manifest_signed_by_the_network_is_read() throws WireException {
        assertThat(SignedManifest.sign(manifest, network).verify(network.verifyingKey()))
                .isEqualTo(manifest);
    }

    @Test
    void a_changed_manifest_is_refused() {
        SignedManifest signed = SignedManifest.sign(manifest, network);
        SignedManifest forged =
                new SignedManifest(signed.manifest().replace("a".repeat(64), "b".repeat(64)), signed.signature());

        assertThatExceptionOfType(WireException.class).isThrownBy(() -> forged.verify(network.verifyingKey()));
    }

    @Test
    void a_manifest_of_another_network_is_refused() {
        SignedManifest foreign = SignedManifest.sign(manifest, SigningKey.generate(new SecureRandom()));

        assertThatExceptionOfType(WireException.class).isThrownBy(() -> foreign.verify(network.verifyingKey()));
    }

    @Test
    void traits_travel_with_the_manifest() throws WireException {
        ModelTraits traits = new ModelTraits(ModelFamily.CAUSAL_LM, 8_192, true);
        ModelManifest chat =
                new ModelManifest("chat", "Chat", List.of(Expert.CHAT), List.of(), "MIT", 1, manifest.files(), traits);

        SignedManifest signed = SignedManifest.sign(chat, network);

        assertThat(signed.manifest()).contains("\"family\":\"causal-lm\"");
        assertThat(signed.verify(network.verifyingKey()).traits()).isEqualTo(traits);
    }

    @Test
    void a_manifest_from_before_there_were_traits_is_a_plain_model() throws WireException {
        String old = JsonCodec.encodeToString(manifest).replaceFirst(",\"traits\":\\{[^}]*}", "");

        assertThat(old).doesNotContain("traits");
        assertThat(JsonCodec.decode(old, ModelManifest.class, 10_000)).isEqualTo(manifest);
    }

    @Test
    void what_has_no_hashes_is_no_manifest_whoever_signed_it() {
        String unpinned = JsonCodec.encodeToString(manifest).replaceFirst(",\"sha256\":\"a*\"", "");
        String signature = network.sign(("helios-manifest-1\n" + unpinned).getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> new SignedManifest(unpinned, signature).verify(network.verifyingKey()))
                .withMessageContaining("sha256' is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.onnx", "/etc/passwd", "a/b", "C:\\x", ".hidden", "", "a b", "x\0y"})
    void a_file_name_that_could_leave_the_folder_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelFile(name, 1, "a".repeat(64), List.of()));
    }
}
