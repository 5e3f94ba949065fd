/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.orchestrator.catalogue.PinFailure.Kind;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel.UnpinnedFile;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinningTest extends PinningFixture {

    @Test
    void a_pinned_model_has_hash_length_commit_and_the_orchestrators_signature() throws Exception {
        hub.put(model, CONTENT);

        ModelManifest manifest = pin(model);

        String sha256 = Sha256.hex(CONTENT);
        assertThat(folder().read(key.verifyingKey()))
                .singleElement()
                .satisfies(offered ->
                        assertThat(offered.signed().verify(key.verifyingKey())).isEqualTo(manifest));
        assertThat(manifest.traits()).isEqualTo(model.traits());
        assertThat(manifest.files()).hasSize(2).first().satisfies(file -> {
            assertThat(file.name()).isEqualTo("model_q4.onnx");
            assertThat(file.bytes()).isEqualTo(CONTENT.length);
            assertThat(file.sha256()).isEqualTo(sha256);
            assertThat(file.sources())
                    .containsExactly(
                            URI.create("hub:/owner/model/" + LocalHub.COMMIT + "/onnx/model_q4.onnx"),
                            URI.create("mirror:/" + sha256));
        });
        assertThat(folder().fileOf(sha256)).hasBinaryContent(CONTENT);
    }

    @Test
    void another_network_does_not_offer_it() throws Exception {
        hub.put(model, CONTENT);
        pin(model);

        assertThat(folder().read(Network.newKey().verifyingKey())).isEmpty();
        assertThat(Catalogue.open(Network.newKey(), folder()).models())
                .extracting(offered -> offered.manifest().id())
                .doesNotContain("small");
        assertThat(Catalogue.open(key, folder()).models().getFirst().manifest().id())
                .isEqualTo("small");
    }

    @Test
    void a_changed_manifest_or_a_foreign_file_is_not_offered() throws Exception {
        hub.put(model, CONTENT);
        pin(model);
        Path manifest = data.resolve("small.json");
        Files.copy(manifest, data.resolve("other.json"));
        Files.writeString(data.resolve("noise.json"), "{");
        Files.createSymbolicLink(data.resolve("link.json"), manifest);
        assertThat(folder().read(key.verifyingKey())).hasSize(1);

        Files.writeString(manifest, Files.readString(manifest).replace("CC0-1.0", "CC0-2.0"));
        assertThat(folder().read(key.verifyingKey())).isEmpty();
    }

    @Test
    void only_one_pins_at_a_time() throws Exception {
        hub.put(model, CONTENT);
        Files.createDirectories(data.resolve("incoming"));
        try (FileChannel other = FileChannel.open(
                data.resolve("incoming/pin.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.lock().isValid()).isTrue();
            assertFails(model, Kind.BUSY);
        }
        assertThat(pin(model).id()).isEqualTo("small");
    }

    @Test
    void what_does_not_fit_the_disk_is_not_begun() {
        UnpinnedModel vast = new UnpinnedModel(
                "vast",
                "Vast",
                List.of(),
                List.of(),
                "CC0-1.0",
                1,
                ModelTraits.PLAIN,
                "owner/model",
                "main",
                List.of(new UnpinnedFile("model.onnx", Long.MAX_VALUE / 2, null)));

        assertFails(vast, Kind.NO_ROOM);
    }

    @Test
    void a_file_of_unknown_length_that_does_not_fit_is_refused_before_a_byte_is_written() throws Exception {
        hub.put(model, CONTENT);
        long tooLittle = FreeSpace.KEPT_BYTES + CONTENT.length - 1;
        Pinning pinning = new Pinning(folder(), key, hub.address(), rests::add, _ -> tooLittle);

        assertThat(model.aboutBytes()).isZero();
        assertThatExceptionOfType(PinFailure.class)
                .isThrownBy(() -> pinning.pin(model, (_, _, _) -> {}))
                .matches(failure -> failure.kind() == Kind.NO_ROOM);
        assertThat(data.resolve("incoming")).isDirectoryNotContaining("glob:**.part");

        assertThat(new Pinning(folder(), key, hub.address(), rests::add, _ -> tooLittle + 1)
                        .pin(model, (_, _, _) -> {})
                        .files())
                .hasSize(2);
    }
}
