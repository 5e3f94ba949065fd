/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models may take of the disk and of the line. */
class StoreLimitsTest {

    private static final long THREE = 3L * DownloadBench.BYTES;

    @TempDir
    private Path temporary;

    private DownloadBench bench;

    @BeforeEach
    void open() {
        bench = new DownloadBench(temporary.resolve("store"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_rate_holds_all_files_together_to_it() throws Exception {
        bench.with(new StoreLimits(0, 0, 100_000, 0, 2)).pull(two());

        assertThat(bench.time.waited()).isBetween(Duration.ofMillis(5_500), Duration.ofMillis(6_100));
    }

    @Test
    void time_that_nobody_used_is_not_saved_up() throws Exception {
        CountedTime time = new CountedTime();
        Pace pace = new Pace(1_000, time);
        time.pass(Duration.ofHours(1));

        pace.spend(1_000);

        assertThat(time.waits()).endsWith(Duration.ofSeconds(1));
    }

    @Test
    void the_model_that_was_not_used_for_longest_makes_room() throws Exception {
        bench.with(new StoreLimits(THREE, 0, 0, 0, 2));
        bench.at("2026-11-01T00:00:00Z").pull(single("a"));
        bench.at("2026-11-02T00:00:00Z").pull(single("b"));
        bench.at("2026-11-03T00:00:00Z").pull(single("c"));
        bench.at("2026-11-04T00:00:00Z").pull(single("a"));

        bench.at("2026-11-05T00:00:00Z").pull(single("d"));

        assertThat(ids()).containsExactly("a", "c", "d");
        assertThat(bench.contents()).hasSize(3);
    }

    @Test
    void where_room_cannot_be_made_no_model_goes() throws Exception {
        bench.with(new StoreLimits(THREE, 0, 0, 0, 2));
        bench.pull(single("a"));
        bench.pull(single("b"));
        ModelFile[] four = List.of("c", "d", "e", "f").stream()
                .map(id -> single(id).files().getFirst())
                .toArray(ModelFile[]::new);

        assertThatThrownBy(() -> bench.pull(DownloadBench.model("large", four))).hasMessageContaining("no room");

        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void a_model_that_is_loaded_stays_also_if_another_program_loaded_it() throws Exception {
        bench.with(new StoreLimits(THREE, 0, 0, 0, 2));
        for (String id : List.of("a", "b", "c")) {
            bench.pull(single(id));
        }
        ModelStore store = bench.store();
        try (ModelUse a = store.use("a");
                ModelUse b = bench.store().use("b")) {
            assertThat(a).isNotEqualTo(b);
            store.pull(single("d"), transfer -> {});
        }

        assertThat(ids()).containsExactly("a", "b", "d");
    }

    @Test
    void where_all_are_loaded_the_newcomer_is_told_why_it_does_not_fit() throws Exception {
        bench.with(new StoreLimits(DownloadBench.BYTES, 0, 0, 0, 2)).pull(single("a"));
        ModelStore store = bench.store();
        try (ModelUse a = store.use("a")) {
            assertThat(a).isNotNull();
            assertThatThrownBy(() -> store.pull(single("b"), transfer -> {}))
                    .isInstanceOf(ModelFailure.class)
                    .hasMessageContaining("there is no room")
                    .hasMessageContaining("diskMegabytes");
        }
        assertThat(bench.hub.paths()).noneMatch(path -> path.endsWith("/b"));
    }

    @Test
    void what_must_stay_free_on_the_disk_stays_free() {
        bench.with(new StoreLimits(0, Long.MAX_VALUE / 2, 0, 0, 2));

        assertThatThrownBy(() -> bench.pull()).isInstanceOf(ModelFailure.class).hasMessageContaining("no room");
        assertThat(bench.hub.asked()).isEmpty();
    }

    @Test
    void files_of_a_model_that_never_came_whole_go_before_any_model() throws Exception {
        bench.with(new StoreLimits(THREE, 0, 0, 0, 1));
        bench.pull(single("a"));
        ModelFile gone = DownloadBench.pinned("gone", new byte[] {1}, URI.create("hub:/o/m/main/gone"));
        assertThatThrownBy(() -> bench.pull(
                        DownloadBench.model("half", single("b").files().getFirst(), gone)))
                .isInstanceOf(ModelFailure.class);
        assertThat(bench.contents()).hasSize(2);

        bench.pull(single("c"));
        bench.pull(single("d"));

        assertThat(ids()).containsExactly("a", "c", "d");
    }

    @Test
    void a_month_has_its_limit_and_the_next_begins_from_nothing() throws Exception {
        bench.with(new StoreLimits(0, 0, 0, 700_000, 2));
        bench.at("2026-11-29T00:00:00Z").pull(single("a"));
        bench.at("2026-11-30T23:59:59Z").pull(single("b"));

        assertThatThrownBy(() -> bench.pull(single("c")))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("a month")
                .hasMessageContaining("monthlyMegabytes");
        bench.at("2026-12-01T00:00:00Z").pull(single("c"));

        assertThat(ids()).containsExactly("a", "b", "c");
    }

    @Test
    void what_was_thrown_away_counts_as_well() throws Exception {
        bench.with(new StoreLimits(0, 0, 0, 700_000, 2));
        bench.hub.then(UnrulyHub.otherBytes());
        assertThatThrownBy(() -> bench.pull()).hasMessageContaining("failed verification");
        bench.pull(single("b"));

        assertThatThrownBy(() -> bench.pull()).hasMessageContaining("a month");
    }

    @Test
    void an_endless_body_does_not_eat_the_month() {
        bench.with(new StoreLimits(0, 0, 0, 700_000, 2));
        bench.hub.then(UnrulyHub.endless());

        assertThatThrownBy(() -> bench.pull()).hasMessageContaining("failed verification");
        assertThat(temporary.resolve("store/transfers.json")).content().contains("\"month\":\"2026-11\"");
    }

    @Test
    void a_book_that_cannot_be_read_begins_anew() throws Exception {
        bench.with(new StoreLimits(0, 0, 0, 700_000, 2)).store();
        Files.writeString(temporary.resolve("store/transfers.json"), "{\"month\":\"2026-11\",\"bytes\":-5");

        assertThat(bench.pull()).hasBinaryContent(bench.content);
    }

    @Test
    void a_model_that_is_loaded_is_not_removed() throws Exception {
        bench.pull();
        try (ModelUse use = bench.store().use("model")) {
            assertThat(use).isNotNull();
            assertThatThrownBy(() -> bench.store().remove("model")).hasMessageContaining("loaded");
        }
        bench.store().remove("model");

        assertThat(bench.contents()).isEmpty();
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreLimits(-1, 0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreLimits(0, 0, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreLimits(0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreLimits(0, 0, 0, 0, 99));
    }

    private ModelManifest single(String id) {
        byte[] whole = new byte[DownloadBench.BYTES];
        whole[1] = (byte) id.charAt(0);
        return DownloadBench.model(id, DownloadBench.pinned(id, whole, bench.hub.put(id, whole, "")));
    }

    private ModelManifest two() {
        return DownloadBench.model(
                "two", single("x").files().getFirst(), single("y").files().getFirst());
    }

    private List<String> ids() throws Exception {
        return bench.store().list().stream().map(StoredModel::id).toList();
    }
}
