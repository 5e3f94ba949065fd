/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What others may have done to the files, on their way and on the disk. */
class ModelStoreTamperTest extends StoreFixture {

    @Test
    void only_the_owner_may_enter() throws Exception {
        store.ensure(model("first", keys()), StoreFixture::ignore);

        for (Path path : List.of(folder, folder.resolve("content"), folder.resolve("models/first"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
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
        store.ensure(model("first", keys()), StoreFixture::ignore);
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
    void verifying_finds_what_happened_since() throws Exception {
        Path file = fileOf(model("first", graph()), "graph.onnx");
        assertThat(store.verify("first", StoreFixture::ignore)).isEmpty();
        Files.writeString(file, "tampered");

        assertThat(store.verify("first", StoreFixture::ignore)).containsExactly("graph.onnx");
        assertThat(file).doesNotExist();
        assertThat(store.incomplete()).extracting(StoredModel::id).containsExactly("first");

        store.repair("first", done -> {});
        assertThat(store.verify("first", StoreFixture::ignore)).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void an_unknown_or_twisted_id_removes_nothing() throws Exception {
        store.ensure(model("first", graph()), StoreFixture::ignore);

        for (String id : List.of("second", "../content", "..", "", "/")) {
            assertThatThrownBy(() -> store.remove(id)).isInstanceOf(ModelFailure.class);
        }
        assertThat(contents()).hasSize(1);
    }

    @Test
    void a_file_that_changed_under_a_running_process_is_found_when_it_is_next_loaded() throws Exception {
        Path file = fileOf(model("first", graph()), "graph.onnx");
        Files.writeString(file, GRAPH.replace('a', 'b') + "!");

        assertFailsVerification(model("first", graph()));
    }

    @Test
    void a_folder_that_was_opened_to_others_is_closed_before_anything_is_loaded_from_it() throws Exception {
        fileOf(model("first", graph()), "graph.onnx");
        Path opened = folder.resolve("models/first");
        Files.setPosixFilePermissions(opened, PosixFilePermissions.fromString("rwxrwxrwx"));

        fileOf(reopened(), model("first", graph()), "graph.onnx");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_file_with_a_second_name_outside_is_copied_so_that_nobody_else_can_change_it() throws Exception {
        Path file = fileOf(model("first", graph()), "graph.onnx");
        fileOf(model("second", graph()), "graph.onnx");
        Path outside = Files.createLink(temporary.resolve("outside"), file);

        Path ours = fileOf(model("first", graph()), "graph.onnx");
        Files.writeString(outside, "changed after it was verified");

        assertThat(ours).hasContent(GRAPH);
        assertThat(fileOf(model("second", graph()), "graph.onnx")).hasContent(GRAPH);
        assertThat(LinkCount.of(ours)).isEqualTo(3);
    }

    @Test
    void a_file_with_a_second_name_outside_that_was_changed_fails_verification() throws Exception {
        Path file = fileOf(model("first", graph()), "graph.onnx");
        Path outside = Files.createLink(temporary.resolve("outside"), file);
        Files.writeString(outside, GRAPH.replace('a', 'b'));

        assertFailsVerification(model("first", graph()));
        assertThat(contents()).isEmpty();
    }

    @Test
    void names_that_the_store_itself_gave_are_no_reason_to_copy() throws Exception {
        Path file = fileOf(model("first", graph()), "graph.onnx");
        fileOf(model("second", graph()), "graph.onnx");
        Object before = Files.getAttribute(file, "unix:ino");

        assertThat(Files.getAttribute(fileOf(reopened(), model("first", graph()), "graph.onnx"), "unix:ino"))
                .isEqualTo(before);
    }
}
