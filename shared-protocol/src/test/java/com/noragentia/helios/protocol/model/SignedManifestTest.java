/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.WireException;
import java.net.URI;
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

    @ParameterizedTest
    @ValueSource(strings = {"../model.onnx", "/etc/passwd", "a/b", "C:\\x", ".hidden", "", "a b", "x\0y"})
    void a_file_name_that_could_leave_the_folder_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelFile(name, 1, "a".repeat(64), List.of()));
    }
}
