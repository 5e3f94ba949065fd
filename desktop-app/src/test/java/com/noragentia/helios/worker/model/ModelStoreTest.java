/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelStoreTest extends StoreFixture {

    @Test
    void files_come_side_by_side_under_their_names() throws Exception {
        Map<String, Path> files = store.ensure(model("first", graph(), keys()), StoreFixture::ignore);

        assertThat(files).containsOnlyKeys("graph.onnx", "keys.txt");
        assertThat(files.get("graph.onnx")).hasContent(GRAPH).hasFileName("graph.onnx");
        assertThat(files.get("keys.txt")).hasContent(KEYS).hasParent(folder.resolve("models/first"));
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
        store.ensure(model("first", graph()), StoreFixture::ignore);
        store.ensure(model("second", graph(), keys()), StoreFixture::ignore);
        reopened().ensure(model("second", graph()), StoreFixture::ignore);

        assertThat(shelf.opened()).containsExactlyInAnyOrder("/graph", "/keys");
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

        assertThatThrownBy(() -> store.ensure(model("first", file), StoreFixture::ignore))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("graph.onnx could not be fetched");
    }

    @Test
    void a_new_version_of_a_model_replaces_its_files() throws Exception {
        store.ensure(model("first", graph()), StoreFixture::ignore);
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
        store.ensure(model("second", graph(), keys()), StoreFixture::ignore);
        store.ensure(model("first", graph()), StoreFixture::ignore);
        assertFailsVerification(model("third", pinned("x", "never", "shelf:/graph")));

        assertThat(storedIds()).containsExactly("first", "second");
        assertThat(store.list().get(1).bytes()).isEqualTo(GRAPH.length() + KEYS.length());
    }

    @Test
    void removing_a_model_keeps_what_others_use() throws Exception {
        store.ensure(model("first", graph()), StoreFixture::ignore);
        store.ensure(model("second", graph(), keys()), StoreFixture::ignore);

        store.remove("second");

        assertThat(storedIds()).containsExactly("first");
        assertThat(contents()).containsExactly(graph().sha256());
        assertThat(folder.resolve("models/second")).doesNotExist();
    }

    @Test
    void an_interrupted_fetch_leaves_nothing_behind() throws IOException {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> store.ensure(model("first", graph()), StoreFixture::ignore))
                .isInstanceOf(InterruptedException.class);
        assertThat(contents()).isEmpty();
    }
}
