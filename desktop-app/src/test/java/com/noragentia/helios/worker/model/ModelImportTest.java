/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.model.ModelImport.Imported;
import com.noragentia.helios.worker.model.ModelImport.Incomplete;
import com.noragentia.helios.worker.model.ModelImport.KnownAlready;
import com.noragentia.helios.worker.model.ModelImport.Outcome;
import com.noragentia.helios.worker.model.ModelImport.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models from a stick: whatever files are called there, only what a manifest names is taken. */
class ModelImportTest extends StoreFixture {

    private final ModelManifest model = model("first", graph(), keys());
    private Path stick;

    @BeforeEach
    void plug() throws IOException {
        stick = Files.createDirectory(temporary.resolve("stick"));
        Files.createDirectory(stick.resolve("onnx"));
    }

    @Test
    void files_are_known_by_their_hash_and_others_are_left() throws Exception {
        Files.writeString(stick.resolve("onnx/model_q4.onnx"), GRAPH);
        Files.writeString(stick.resolve("vocabulary"), KEYS);
        Files.writeString(stick.resolve("holiday.jpg"), "not a model");

        assertThat(take(model)).containsExactly(new Imported("first"));
        assertThat(contents()).hasSize(2);
        assertThat(shelf.opened()).isEmpty();
        assertThat(store.list().getFirst().manifest()).isEqualTo(model);
        assertThat(take(model)).containsExactly(new KnownAlready("first"));
    }

    @Test
    void a_file_of_the_same_length_that_comes_first_does_no_harm() throws Exception {
        Files.writeString(stick.resolve("a"), GRAPH.toUpperCase(Locale.ROOT));
        Files.writeString(stick.resolve("b"), GRAPH);
        Files.writeString(stick.resolve("c"), KEYS);

        assertThat(take(model)).containsExactly(new Imported("first"));
    }

    @Test
    void a_file_that_is_not_the_one_is_refused_and_removed() throws Exception {
        Files.writeString(stick.resolve("graph.onnx"), GRAPH.toUpperCase(Locale.ROOT));
        Files.writeString(stick.resolve("keys.txt"), KEYS);

        assertThat(take(model))
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .hasMessage("graph.onnx failed verification and was removed"));
        assertThat(storedIds()).isEmpty();
    }

    @Test
    void what_is_missing_is_named() throws Exception {
        Files.writeString(stick.resolve("keys.txt"), KEYS);

        assertThat(take(model)).containsExactly(new Incomplete("first", List.of("graph.onnx")));
        assertThat(take(model("other", graph()))).isEmpty();
    }

    @Test
    void a_model_that_lacks_a_file_here_is_not_said_to_be_here() throws Exception {
        fileOf(model, "graph.onnx");
        Files.delete(folder.resolve("content").resolve(graph().sha256()));
        Files.writeString(stick.resolve("vocabulary"), KEYS);
        assertThat(take(model)).containsExactly(new Incomplete("first", List.of("graph.onnx")));

        Files.writeString(stick.resolve("weights"), GRAPH);

        assertThat(take(model)).containsExactly(new Imported("first"));
        assertThat(take(model)).containsExactly(new KnownAlready("first"));
    }

    @Test
    void of_what_is_not_on_the_stick_nothing_is_said() throws Exception {
        fileOf(model, "graph.onnx");
        Files.writeString(stick.resolve("holiday.jpg"), "not a model");

        assertThat(take(model)).isEmpty();
    }

    @Test
    void what_is_here_already_need_not_be_on_the_stick() throws Exception {
        fileOf(model("second", graph()), "graph.onnx");
        Files.writeString(stick.resolve("keys.txt"), KEYS);

        assertThat(take(model)).containsExactly(new Imported("first"));
    }

    @Test
    void links_on_the_stick_are_not_followed() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret"), GRAPH);
        Files.createSymbolicLink(stick.resolve("graph.onnx"), secret);
        Files.createSymbolicLink(stick.resolve("deep"), temporary);
        Files.writeString(stick.resolve("keys.txt"), KEYS);

        assertThat(take(model)).containsExactly(new Incomplete("first", List.of("graph.onnx")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "deep/secret", "missing", "onnx"})
    void a_source_serves_nothing_but_plain_files_inside(String name) throws IOException {
        Files.writeString(temporary.resolve("secret"), GRAPH);
        Files.createSymbolicLink(stick.resolve("deep"), temporary);
        FolderSource source = new FolderSource(stick);
        URI address = URI.create(stick.toUri() + name);

        assertThatThrownBy(() -> {
                    try (Delivery delivery = source.open(address, Begun.NOTHING)) {
                        assertThat(delivery).isNull();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_source_knows_its_own_addresses_only() {
        FolderSource source = new FolderSource(stick);

        assertThat(source.serves(stick.resolve("x").toUri())).isTrue();
        assertThat(source.serves(temporary.resolve("x").toUri())).isFalse();
        assertThat(source.serves(URI.create("file://server" + stick + "/x"))).isFalse();
        assertThat(source.serves(URI.create("https://example.com/x"))).isFalse();
    }

    private List<Outcome> take(ModelManifest... manifests) throws Exception {
        return new ModelImport(stick, folder, StoreLimits.USUAL).take(List.of(manifests), transfer -> {});
    }
}
