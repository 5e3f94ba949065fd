/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.model.PreparedForms;
import com.noragentia.helios.worker.model.Transfer;
import com.noragentia.helios.worker.runtime.SwellingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several real models under one budget of memory. */
@Timeout(120)
final class RealModelsMemoryTest {

    private static final long MB = 1_000_000;
    private static final String SWELLING = "swelling-1";
    private static final int SWOLLEN_FLOATS = 30_000_000;

    @TempDir
    private Path folder;

    private final SigningKey network = SigningKey.generate(new SecureRandom());
    private final List<FromWorker> said = new CopyOnWriteArrayList<>();
    /** All orders are of one session. */
    private final Outbox session = said::add;

    private final List<WorkerReport> reports = new CopyOnWriteArrayList<>();
    private ModelStore store;
    private ModelLoader loader;
    private ModelFiles stored;
    private HostedModels models;

    @BeforeEach
    void start() throws Exception {
        budget(440 * MB);
    }

    private void budget(long bytes) throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data")).create();
        store = BundledParts.store(data);
        loader = BundledExperts.start(bytes, data.tmp(), data.cache(), store);
        stored = new StoredFiles(store);
        models = new HostedModels(network.verifyingKey(), bytes, new ModelLoading(this::files, loader, reports::add));
    }

    @AfterEach
    void close() {
        models.close();
        loader.close();
    }

    private Map<String, Path> files(ModelManifest manifest, Consumer<Transfer> listener) {
        try {
            return manifest.id().equals(SWELLING)
                    ? Map.of("m.onnx", folder.resolve("m.onnx"), "tokenizer.json", folder.resolve("tokenizer.json"))
                    : stored.fetch(manifest, listener);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_least_recently_used_idle_model_is_unloaded_when_another_needs_its_memory() throws Exception {
        order(1, BundledCatalogue.find("helios-demo-1").orElseThrow());
        order(2, BundledCatalogue.find("minilm-l6-v2-q").orElseThrow());
        models.use("helios-demo-1").orElseThrow().release(); // so that the encoder is unused for longest

        order(3, BundledCatalogue.find("helios-retrieval-1").orElseThrow());

        assertThat(declined(2)).isEqualTo(ProblemCode.MEMORY_LACKING);
        assertThat(models.use("minilm-l6-v2-q")).isEmpty();
        models.use("helios-demo-1").orElseThrow().release();
        models.use("helios-retrieval-1").orElseThrow().release();
    }

    @Test
    void a_model_that_is_used_stays_and_the_next_is_refused() throws Exception {
        close();
        budget(350 * MB);
        order(1, BundledCatalogue.find("helios-demo-1").orElseThrow());
        HostedModel used = models.use("helios-demo-1").orElseThrow();

        say(2, BundledCatalogue.find("helios-retrieval-1").orElseThrow());

        assertThat(declined(2)).isEqualTo(ProblemCode.MEMORY_LACKING);
        used.release();
        order(3, BundledCatalogue.find("helios-retrieval-1").orElseThrow());
        assertThat(declined(1)).isEqualTo(ProblemCode.MEMORY_LACKING);
    }

    @Test
    void what_a_model_really_takes_sends_an_idle_one_away() throws Exception {
        close();
        budget(400 * MB);
        order(1, BundledCatalogue.find("helios-demo-1").orElseThrow());
        order(2, BundledCatalogue.find("helios-retrieval-1").orElseThrow());

        order(3, swelling());

        assertThat(models.use("helios-retrieval-1")).isEmpty();
        HostedModel swollen = models.use(SWELLING).orElseThrow();
        assertThat(swollen.model().memoryBytes()).isGreaterThan(4L * SWOLLEN_FLOATS);
        swollen.release();
    }

    @Test
    void a_model_that_takes_more_than_there_is_is_unloaded_again_with_the_reason() throws Exception {
        close();
        budget(100 * MB);
        order(1, BundledCatalogue.find("helios-demo-1").orElseThrow());

        say(2, swelling());

        await().atMost(Duration.ofSeconds(30)).until(() -> has(FromWorker.AssignmentDeclined.class, 2));
        assertThat(declined(2)).isEqualTo(ProblemCode.MEMORY_LACKING);
        models.use("helios-demo-1").orElseThrow().release();
        await().untilAsserted(() -> assertThat(reports)
                .filteredOn(WorkerReport.Declined.class::isInstance)
                .extracting(report -> ((WorkerReport.Declined) report).phrase())
                .containsExactly("took-too-much"));
    }

    @Test
    void what_was_made_of_a_model_for_this_processor_goes_with_it() throws Exception {
        ModelManifest writer = BundledCatalogue.find("helios-demo-1").orElseThrow();
        order(1, writer);
        assertThat(prepared())
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(writer.files()).anyMatch(file -> name.startsWith(PreparedForms.prefix(file))));

        models.release(new ToWorker.Release(1, writer.id()));
        stored.release(writer);
        store.remove(writer.id());

        assertThat(prepared()).isEmpty();
    }

    private List<String> prepared() throws IOException {
        try (Stream<Path> forms = Files.list(store.prepared())) {
            return forms.map(form -> form.getFileName().toString()).toList();
        }
    }

    private void order(long epoch, ModelManifest manifest) {
        say(epoch, manifest);
        await().atMost(Duration.ofSeconds(60)).until(() -> has(FromWorker.AssignmentReady.class, epoch));
    }

    private void say(long epoch, ModelManifest manifest) {
        models.assign(new ToWorker.Assign(epoch, SignedManifest.sign(manifest, network)), session);
    }

    private boolean has(Class<? extends FromWorker> kind, long epoch) {
        return said.stream().filter(kind::isInstance).anyMatch(word -> epochOf(word) == epoch);
    }

    private ProblemCode declined(long epoch) {
        return said.stream()
                .filter(word -> word instanceof FromWorker.AssignmentDeclined && epochOf(word) == epoch)
                .map(word -> ((FromWorker.AssignmentDeclined) word).reason().code())
                .findFirst()
                .orElseThrow();
    }

    private static long epochOf(FromWorker word) {
        return switch (word) {
            case FromWorker.AssignmentReady ready -> ready.epoch();
            case FromWorker.AssignmentDeclined declined -> declined.epoch();
            default -> -1;
        };
    }

    /** A model that says it takes ten megabytes. */
    private ModelManifest swelling() throws IOException {
        Path graph = Files.write(folder.resolve("m.onnx"), SwellingModel.of(SWOLLEN_FLOATS));
        Path tokenizer = folder.resolve("tokenizer.json");
        ModelManifest encoder = BundledCatalogue.find("minilm-l6-v2-q").orElseThrow();
        ModelFile listed = encoder.files().stream()
                .filter(file -> file.name().endsWith("tokenizer.json"))
                .findFirst()
                .orElseThrow();
        Files.copy(files(encoder, done -> {}).get(listed.name()), tokenizer);
        return new ModelManifest(
                SWELLING,
                "Swelling",
                List.of(Expert.EMBEDDING),
                List.of(),
                "CC0-1.0",
                10 * MB,
                List.of(pinned(graph), pinned(tokenizer)));
    }

    private static ModelFile pinned(Path file) throws IOException {
        return new ModelFile(
                file.getFileName().toString(), Files.size(file), Sha256.hex(Files.readAllBytes(file)), List.of());
    }
}
