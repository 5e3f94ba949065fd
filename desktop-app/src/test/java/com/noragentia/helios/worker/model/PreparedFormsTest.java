/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of models for this processor takes of their disk, and goes with them. */
class PreparedFormsTest {

    private static final long THREE = 3L * DownloadBench.BYTES;

    @TempDir
    private Path temporary;

    private DownloadBench bench;
    private ModelManifest one;
    private ModelManifest two;

    @BeforeEach
    void open() {
        bench = new DownloadBench(temporary.resolve("store")).with(new StoreLimits(THREE, 0, 0, 0, 2));
        one = single("one", 11);
        two = single("two", 12);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ModelManifest single(String id, long seed) {
        byte[] content = DownloadBench.noise(DownloadBench.BYTES, seed);
        URI source = bench.hub.put(id, content, DownloadBench.TAG);
        return DownloadBench.model(id, DownloadBench.pinned(id, content, source));
    }

    /** As the runtime makes one, of so many bytes. */
    private Path form(String name, int bytes) throws IOException {
        Path form = Files.createDirectory(bench.store().prepared().resolve(name));
        Files.write(form.resolve("model.onnx.data"), new byte[bytes]);
        Files.write(form.resolve("sha256"), new byte[0]);
        return form;
    }

    private Path formOf(ModelManifest model, int bytes) throws IOException {
        return form(PreparedForms.prefix(model.files().getFirst()) + "0123", bytes);
    }

    private List<String> ids() throws Exception {
        return bench.store().list().stream().map(StoredModel::id).toList();
    }

    @Test
    void it_goes_when_its_model_is_removed_and_that_of_others_stays() throws Exception {
        bench.pull(one);
        bench.pull(two);
        Path ofOne = formOf(one, 10);
        Path ofTwo = formOf(two, 10);

        bench.store().remove("one");

        assertThat(ofOne).doesNotExist();
        assertThat(ofTwo).isDirectory();
    }

    @Test
    void it_goes_when_its_model_makes_room() throws Exception {
        bench.at("2026-11-01T00:00:00Z").pull(one);
        bench.at("2026-11-02T00:00:00Z").pull(two);
        bench.at("2026-11-03T00:00:00Z").pull(single("three", 13));
        Path note = formOf(one, 0); // a note that no form is of use takes nothing, and goes all the same

        bench.at("2026-11-04T00:00:00Z").pull(single("four", 14));

        assertThat(ids()).containsExactly("four", "three", "two");
        assertThat(note).doesNotExist();
    }

    @Test
    void it_counts_and_goes_before_any_model() throws Exception {
        bench.pull(one);
        Path form = formOf(one, DownloadBench.BYTES + 1);
        assertThat(bench.store().hasRoom(DownloadBench.BYTES)).isFalse();
        assertThat(bench.store().hasRoom(DownloadBench.BYTES - 1)).isTrue();

        bench.pull(two);

        assertThat(form).doesNotExist();
        assertThat(ids()).containsExactly("one", "two");
    }

    @Test
    void that_of_a_model_that_is_loaded_stays() throws Exception {
        bench.pull(one);
        Path form = formOf(one, DownloadBench.BYTES + 1);
        try (ModelUse use = bench.store().use("one")) {
            assertThat(use).isNotNull();
            assertThatThrownBy(() -> bench.pull(two))
                    .isInstanceOf(ModelFailure.class)
                    .hasMessageContaining("no room");
        }
        assertThat(form).isDirectory();
    }

    @Test
    void what_is_being_made_counts_and_is_left_to_its_maker() throws Exception {
        bench.pull(one);
        Path coming = form(PreparedForms.INCOMING + "47", 2 * DownloadBench.BYTES + 1);

        assertThatThrownBy(() -> bench.pull(two)).hasMessageContaining("no room");

        bench.store().remove("one");
        assertThat(coming).isDirectory();
    }

    @Test
    void a_link_among_them_is_removed_and_not_followed() throws Exception {
        bench.pull(one);
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("precious"), "stays");
        Path link = Files.createSymbolicLink(bench.store().prepared().resolve("0-link"), elsewhere);

        bench.store().remove("one");

        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(precious).hasContent("stays");
    }

    /** Less than half a megabyte is not nothing. */
    @Test
    void what_is_needed_is_rounded_up() throws Exception {
        bench.with(new StoreLimits(1, 0, 0, 0, 2));

        assertThatThrownBy(() -> bench.pull(one)).hasMessageContaining("1 MB are needed");
    }
}
