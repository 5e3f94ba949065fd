/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PrepackedTest {

    private static final SamplingRule SAMPLED = new SamplingRule(0.8, 40, 0.95, 1.1, 0, 0, 4711);

    @TempDir
    private Path folder;

    private Path kept;
    private RandomLanguageModel files;
    private int[] expected = {};
    private final int[] prompt = PlainLoop.prompt(70, 1);
    private final AtomicInteger threads = new AtomicInteger(1);

    @BeforeEach
    void write_a_model() throws Exception {
        kept = folder.resolve("kept");
        files = RandomLanguageModel.write(
                folder.resolve("model"), GraphStyle.int4(32).withAccuracyLevel(0));
        files.open(1).close();
        expected = PlainLoop.write(files.graph(), prompt, SAMPLED, 30);
    }

    @Test
    void the_form_for_this_processor_is_made_once_and_says_the_same() throws Exception {
        assertThat(answer()).containsExactly(expected);
        List<Path> made = filesKept();
        assertThat(made)
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder("model.onnx", "model.onnx.data", "sha256");
        Object written = Files.getLastModifiedTime(made.getFirst());

        assertThat(answer()).containsExactly(expected);
        assertThat(Files.getLastModifiedTime(made.getFirst())).isEqualTo(written);
    }

    @Test
    void another_number_of_threads_in_the_middle_changes_nothing() throws Exception {
        try (var opened = open()) {
            Heard heard = new Heard() {
                @Override
                public boolean token(int token) {
                    threads.set(1 + tokens().length / 5 % 2);
                    return super.token(token);
                }
            };

            opened.model().generate(Heard.request(prompt, SAMPLED, 30), heard);

            assertThat(heard.tokens()).containsExactly(expected);
        }
    }

    @Test
    void what_was_changed_on_disk_is_made_anew() throws Exception {
        answer();
        Path weights = find("model.onnx.data");
        byte[] whole = Files.readAllBytes(weights);
        Files.write(weights, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, StandardOpenOption.WRITE);

        assertThat(answer()).containsExactly(expected);
        assertThat(find("model.onnx.data")).hasBinaryContent(whole);
    }

    @Test
    void a_file_that_somebody_laid_beside_it_is_not_kept() throws Exception {
        answer();
        Files.writeString(find("model.onnx").resolveSibling("more"), "planted");

        assertThat(answer()).containsExactly(expected);
        assertThat(filesKept()).hasSize(3);
    }

    @Test
    void where_the_disk_has_no_room_for_it_the_graph_is_loaded_as_it_came() throws Exception {
        AtomicLong asked = new AtomicLong();
        OnnxRuntime runtime = OnnxRuntime.start(1, new MemoryBudget(1L << 30), Optional.of(kept), needed -> {
            asked.set(needed);
            return false;
        });

        try (ModelSpace space = runtime.admit(files.manifest(), files.files())) {
            assertThat(space.opener("model.onnx", Optional.of((session, facts) -> "same"))
                            .isMapped())
                    .isFalse();
        }
        assertThat(asked.get()).isGreaterThan(2 * files.manifest().bytes());
        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_is_swept_away() throws Exception {
        Path left = Files.createDirectories(kept.resolve("incoming-4711"));
        Files.write(left.resolve("model.onnx.data"), new byte[1000]);

        assertThat(answer()).containsExactly(expected);

        assertThat(left).doesNotExist();
        assertThat(filesKept()).hasSize(3);
    }

    @Test
    void a_form_that_computes_something_else_is_refused_once_and_for_all() throws Exception {
        // ONNX Runtime 1.29.0: weights that were packed for the 8-bit instructions come back from the file as nonsense.
        files = RandomLanguageModel.write(folder.resolve("other"), GraphStyle.int4(32));
        expected = PlainLoop.write(files.graph(), prompt, SAMPLED, 30);

        assertThat(answer()).containsExactly(expected);
        assertThat(filesKept())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("refused");
        assertThat(answer()).containsExactly(expected);
        assertThat(filesKept()).hasSize(1);
    }

    @Test
    void where_it_cannot_be_made_the_model_is_loaded_as_it_came() throws Exception {
        Files.writeString(kept, "a file where the folder should be");

        assertThat(answer()).containsExactly(expected);
    }

    private int[] answer() throws Exception {
        try (var opened = open()) {
            return Heard.write(opened.model(), Heard.request(prompt, SAMPLED, 30));
        }
    }

    private RandomLanguageModel.Opened open() throws ModelFailure {
        return files.open(new GenerationSettings(GumbelSampler::new, threads::get, true), Optional.of(kept));
    }

    private Path find(String name) throws IOException {
        return filesKept().stream()
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> filesKept() throws IOException {
        try (Stream<Path> all = Files.walk(kept)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
