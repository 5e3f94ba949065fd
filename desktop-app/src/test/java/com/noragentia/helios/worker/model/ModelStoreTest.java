/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

    private static final String GRAPH = "a graph of some length";
    private static final String KEYS = "keys";

    @TempDir
    private Path temporary;

    private Path folder;
    private final Shelf shelf = new Shelf();
    private ModelStore store;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.resolve("models-of-this-computer");
        store = reopened();
        shelf.put("/graph", GRAPH);
        shelf.put("/keys", KEYS);
    }

    @Test
    void files_come_side_by_side_under_their_names() throws Exception {
        Map<String, Path> files = store.ensure(model("first", graph(), keys()), ModelStoreTest::ignore);

        assertThat(files).containsOnlyKeys("graph.onnx", "keys.txt");
        assertThat(files.get("graph.onnx")).hasContent(GRAPH).hasFileName("graph.onnx");
        assertThat(files.get("keys.txt")).hasContent(KEYS).hasParent(folder.resolve("models/first"));
    }

    @Test
    void only_the_owner_may_enter() throws Exception {
        store.ensure(model("first", keys()), ModelStoreTest::ignore);

        for (Path path : List.of(folder, folder.resolve("content"), folder.resolve("models/first"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void progress_grows_to_one() throws Exception {
        List<Double> told = new ArrayList<>();
        store.ensure(model("first", graph(), keys()), told::add);

        assertThat(told).isSorted().last().isEqualTo(1.0);
        told.clear();
        store.ensure(model("first", graph(), keys()), told::add);
        assertThat(told).last().isEqualTo(1.0);
    }

    @Test
    void a_file_is_fetched_once_for_all_models_and_processes() throws Exception {
        store.ensure(model("first", graph()), ModelStoreTest::ignore);
        store.ensure(model("second", graph(), keys()), ModelStoreTest::ignore);
        reopened().ensure(model("second", graph()), ModelStoreTest::ignore);

        assertThat(shelf.opened()).containsExactly("/graph", "/keys");
    }

    @Test
    void a_file_with_the_wrong_content_is_removed() throws IOException {
        shelf.put("/graph", GRAPH.toUpperCase(Locale.ROOT));

        assertFailsVerification(model("first", graph()));
        assertThat(contents()).isEmpty();
        assertThat(storedIds()).isEmpty();
    }

    @Test
    void a_file_that_ends_early_is_removed() throws IOException {
        shelf.put("/graph", GRAPH.substring(1));

        assertFailsVerification(model("first", graph()));
        assertThat(contents()).isEmpty();
    }

    @Test
    void a_source_without_end_is_left_after_the_promised_length() throws IOException {
        shelf.makeEndless();

        assertFailsVerification(model("first", graph()));
        assertThat(contents()).isEmpty();
    }

    @Test
    void the_next_source_helps_when_the_first_lies_or_is_gone() throws Exception {
        shelf.put("/lie", "something else altogether");
        ModelFile file = pinned("graph.onnx", GRAPH, "shelf:/gone", "shelf:/lie", "unknown:/x", "shelf:/graph");

        assertThat(fileOf(model("first", file), "graph.onnx")).hasContent(GRAPH);
    }

    @Test
    void a_file_nobody_has_is_named() {
        ModelFile file = pinned("graph.onnx", GRAPH, "shelf:/gone");

        assertThatThrownBy(() -> store.ensure(model("first", file), ModelStoreTest::ignore))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("graph.onnx could not be fetched");
    }

    @Test
    void a_file_corrupted_on_disk_is_removed_by_the_next_process_and_fetched_by_the_one_after() throws Exception {
        Path file = fileOf(model("first", graph()), "graph.onnx");
        Files.writeString(file, GRAPH.replace('a', 'b'));

        store = reopened();
        assertFailsVerification(model("first", graph()));
        assertThat(file).doesNotExist();
        assertThat(contents()).isEmpty();

        assertThat(fileOf(reopened(), model("first", graph()), "graph.onnx")).hasContent(GRAPH);
    }

    @Test
    void a_link_in_place_of_a_file_is_not_followed() throws Exception {
        Path elsewhere = Files.writeString(temporary.resolve("elsewhere"), GRAPH);
        Files.createSymbolicLink(folder.resolve("content").resolve(graph().sha256()), elsewhere);

        assertFailsVerification(model("first", graph()));
        assertThat(elsewhere).hasContent(GRAPH);
    }

    @Test
    void a_link_in_place_of_the_folder_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

        assertThatThrownBy(() -> new ModelStore(link, List.of(shelf))).isInstanceOf(IOException.class);
    }

    @Test
    void a_link_laid_under_a_models_name_is_replaced_not_written_through() throws Exception {
        Path victim = Files.writeString(temporary.resolve("victim"), "untouched");
        store.ensure(model("first", keys()), ModelStoreTest::ignore);
        Files.createSymbolicLink(folder.resolve("models/first/graph.onnx"), victim);

        Path file = fileOf(model("first", graph()), "graph.onnx");

        assertThat(file).hasContent(GRAPH).isRegularFile();
        assertThat(victim).hasContent("untouched");
    }

    @Test
    void names_that_leave_the_folder_cannot_be_written_down() {
        for (String name : List.of("../graph", "a/b", "..", ".", "a\\b", "C:x", ".hidden", "")) {
            assertThatThrownBy(() -> pinned(name, GRAPH)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> model("../first", graph())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_new_version_of_a_model_replaces_its_files() throws Exception {
        store.ensure(model("first", graph()), ModelStoreTest::ignore);
        shelf.put("/graph2", "another graph");
        ModelFile newer = pinned("graph.onnx", "another graph", "shelf:/graph2");

        Path file = fileOf(model("first", newer), "graph.onnx");

        assertThat(file).hasContent("another graph");
        assertThat(store.list())
                .singleElement()
                .satisfies(model -> assertThat(model.manifest().files()).containsExactly(newer));
    }

    @Test
    void the_list_names_whole_models_only() throws Exception {
        store.ensure(model("second", graph(), keys()), ModelStoreTest::ignore);
        store.ensure(model("first", graph()), ModelStoreTest::ignore);
        assertFailsVerification(model("third", pinned("x", "never", "shelf:/graph")));

        assertThat(storedIds()).containsExactly("first", "second");
        assertThat(store.list().get(1).bytes()).isEqualTo(GRAPH.length() + KEYS.length());
    }

    @Test
    void removing_a_model_keeps_what_others_use() throws Exception {
        store.ensure(model("first", graph()), ModelStoreTest::ignore);
        store.ensure(model("second", graph(), keys()), ModelStoreTest::ignore);

        store.remove("second");

        assertThat(storedIds()).containsExactly("first");
        assertThat(contents()).containsExactly(graph().sha256());
        assertThat(folder.resolve("models/second")).doesNotExist();
    }

    @Test
    void verifying_finds_what_happened_since() throws Exception {
        Path file = fileOf(model("first", graph()), "graph.onnx");
        store.verify("first", ModelStoreTest::ignore);
        Files.writeString(file, "tampered");

        assertThatThrownBy(() -> store.verify("first", ModelStoreTest::ignore))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("graph.onnx failed verification and was removed");
        assertThat(file).doesNotExist();
    }

    @Test
    void an_unknown_or_twisted_id_removes_nothing() throws Exception {
        store.ensure(model("first", graph()), ModelStoreTest::ignore);

        for (String id : List.of("second", "../content", "..", "", "/")) {
            assertThatThrownBy(() -> store.remove(id)).isInstanceOf(ModelFailure.class);
        }
        assertThat(contents()).hasSize(1);
    }

    @Test
    void an_interrupted_fetch_leaves_nothing_behind() throws IOException {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> store.ensure(model("first", graph()), ModelStoreTest::ignore))
                .isInstanceOf(InterruptedException.class);
        assertThat(contents()).isEmpty();
    }

    private void assertFailsVerification(ModelManifest model) {
        assertThatThrownBy(() -> store.ensure(model, ModelStoreTest::ignore))
                .isInstanceOf(ModelFailure.class)
                .hasMessageEndingWith("failed verification and was removed");
    }

    private Path fileOf(ModelManifest model, String name) throws ModelFailure, InterruptedException {
        return fileOf(store, model, name);
    }

    private static Path fileOf(ModelStore store, ModelManifest model, String name)
            throws ModelFailure, InterruptedException {
        return Objects.requireNonNull(
                store.ensure(model, ModelStoreTest::ignore).get(name));
    }

    private ModelStore reopened() throws IOException {
        return new ModelStore(folder, List.of(shelf));
    }

    private List<String> storedIds() {
        try {
            return store.list().stream().map(StoredModel::id).toList();
        } catch (ModelFailure e) {
            throw new AssertionError(e);
        }
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("content"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void ignore(double done) {}

    private static ModelFile graph() {
        return pinned("graph.onnx", GRAPH, "shelf:/graph");
    }

    private static ModelFile keys() {
        return pinned("keys.txt", KEYS, "shelf:/keys");
    }

    private static ModelFile pinned(String name, String content, String... sources) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new ModelFile(
                name,
                bytes.length,
                Sha256.hex(bytes),
                Stream.of(sources).map(URI::create).toList());
    }

    private static ModelManifest model(String id, ModelFile... files) {
        return new ModelManifest(id, id, List.of(Expert.CHAT), List.of(), "CC0-1.0", 1, List.of(files));
    }
}
