/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.orchestrator.catalogue.PinFailure.Kind;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel.UnpinnedFile;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinningTest {

    private static final byte[] CONTENT = content(100_000);

    @TempDir
    private Path data;

    private final LocalHub hub = new LocalHub();
    private final SigningKey key = Network.newKey();
    private final List<Duration> rests = new ArrayList<>();
    private final UnpinnedModel model = model(null);

    @AfterEach
    void close() {
        hub.close();
    }

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
    void a_file_that_is_publicly_known_must_be_the_one() {
        UnpinnedModel known = model("b".repeat(64));
        hub.put(known, CONTENT);

        assertFails(known, Kind.OTHER_HASH);
        assertThat(data.resolve("incoming")).isDirectoryNotContaining("glob:**.part");
        assertThat(data.resolve("small.json")).doesNotExist();
    }

    @Test
    void a_hash_that_the_hub_itself_names_must_fit() {
        hub.put(model, CONTENT);
        hub.then((request, content) -> {
            request.getResponseHeaders().set("X-Linked-Etag", "\"" + "c".repeat(64) + "\"");
            request.sendResponseHeaders(200, content.length);
            request.getResponseBody().write(content);
        });

        assertFails(model, Kind.OTHER_HASH);
    }

    @Test
    void a_download_that_breaks_off_is_gone_on_with_also_the_next_time() throws Exception {
        hub.put(model, CONTENT);
        hub.then(LocalHub.cutHalfWay());
        pin(model);

        assertThat(hub.ranges()).first().isEqualTo("bytes=50000-");
        assertThat(rests).hasSize(1);
    }

    @Test
    void a_hub_that_is_busy_is_asked_again_and_one_that_stays_so_given_up() throws Exception {
        hub.put(model, CONTENT);
        hub.then(LocalHub.status(503), LocalHub.status(429));
        pin(model);
        assertThat(rests).hasSize(2);

        hub.then(LocalHub.status(500), LocalHub.status(500), LocalHub.status(500), LocalHub.status(500));
        assertFails(model, Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410, 416})
    void a_hub_that_will_not_is_asked_once(int status) {
        hub.put(model, CONTENT);
        hub.then(LocalHub.status(status));

        assertFails(model, Kind.NOT_OFFERED);
        assertThat(rests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/x",
                "http://169.254.169.254/x",
                "http://u:p@127.0.0.1/x",
                "ftp://127.0.0.1/x",
                "file:///etc/passwd",
                "/cdn/%zz"
            })
    void a_redirect_out_of_https_is_refused(String location) {
        hub.put(model, CONTENT);
        hub.then(LocalHub.redirect(location));

        assertFails(model, Kind.NOT_OFFERED);
    }

    @Test
    void redirects_in_a_circle_are_left() {
        for (int i = 0; i < 9; i++) {
            hub.then(LocalHub.redirect("/again"));
        }

        assertFails(model, Kind.NOT_OFFERED);
    }

    @Test
    void a_file_of_unknown_or_absurd_length_is_refused() {
        hub.put(model, CONTENT);
        hub.then(LocalHub.ofUnknownLength());
        assertFails(model, Kind.NOT_OFFERED);

        hub.then(LocalHub.promising(HubDownload.MAX_FILE_BYTES + 1));
        assertFails(model, Kind.TOO_LARGE);
    }

    @Test
    void a_repository_that_changes_while_it_is_pinned_is_told() {
        hub.put(model, CONTENT);
        hub.then((request, content) -> {
            request.getResponseHeaders().set("X-Repo-Commit", "f".repeat(40));
            request.sendResponseHeaders(200, content.length);
            request.getResponseBody().write(content);
        });

        assertFails(model, Kind.CHANGED_MEANWHILE);
        assertThat(data.resolve("small.json")).doesNotExist();
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

    @Test
    void a_hub_without_tls_outside_this_computer_is_not_asked() {
        Pinning pinning = new Pinning(folder(), key, URI.create("http://192.0.2.1"), rests::add);

        assertThatExceptionOfType(PinFailure.class)
                .isThrownBy(() -> pinning.pin(model, (_, _, _) -> {}))
                .matches(failure -> failure.kind() == Kind.NOT_OFFERED);
    }

    private ModelManifest pin(UnpinnedModel wanted) throws Exception {
        List<Long> told = new ArrayList<>();
        ModelManifest manifest =
                new Pinning(folder(), key, hub.address(), rests::add).pin(wanted, (_, done, _) -> told.add(done));
        assertThat(told).contains((long) CONTENT.length);
        return manifest;
    }

    private void assertFails(UnpinnedModel wanted, Kind kind) {
        Pinning pinning = new Pinning(folder(), key, hub.address(), rests::add);

        assertThatExceptionOfType(PinFailure.class)
                .isThrownBy(() -> pinning.pin(wanted, (_, _, _) -> {}))
                .matches(failure -> failure.kind() == kind, kind.name());
    }

    private PinnedFolder folder() {
        return new PinnedFolder(data);
    }

    static UnpinnedModel model(@Nullable String sha256) {
        return new UnpinnedModel(
                "small",
                "Small",
                List.of(Expert.CHAT),
                List.of(Language.EN),
                "CC0-1.0",
                1_000,
                new ModelTraits(ModelFamily.CAUSAL_LM, 128, false),
                "owner/model",
                "main",
                List.of(
                        new UnpinnedFile("onnx/model_q4.onnx", null, sha256),
                        new UnpinnedFile("tokenizer.json", null, null)));
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 31 + i / 257);
        }
        return content;
    }
}
