/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Written;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.expert.ModelTask;
import com.noragentia.helios.worker.expert.WrittenPiece;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration model, loaded as a worker loads it and asked as a worker asks it. */
final class DemonstrationChatTest {

    private static final String ID = "helios-demo-1";
    private static final int PATIENCE_SECONDS = 60;
    private static final long STOPPED_MILLIS = 150;

    /** At most: one that was complete before it could be cancelled tells nothing, and on a busy computer many are. */
    private static final int ANSWERS = 200;

    @TempDir
    private static Path folder;

    private static ModelLoader loader;
    private static LoadedModel model;

    /** What came of a task. */
    private record Heard(Answer answer, List<WrittenPiece> pieces) {

        TaskOutput.Chat output() {
            return (TaskOutput.Chat) answer.output();
        }

        String streamed() {
            return pieces.stream().map(WrittenPiece::text).collect(Collectors.joining());
        }
    }

    @BeforeAll
    static void load() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data")).create();
        loader = new BundledParts().loader(data);
        ModelManifest manifest = BundledCatalogue.find(ID).orElseThrow();
        model = loader.load(manifest, BundledParts.store(data).ensure(manifest, done -> {}));
    }

    @AfterAll
    static void close() {
        model.close();
        loader.close();
    }

    private static Heard ask(TaskInput input, long seed, List<WrittenPiece> written) throws Exception {
        List<WrittenPiece> pieces = new ArrayList<>();
        Answer answer = model.answer(
                new ModelTask(input, Optional.of("a conversation"), seed, written), file -> folder, new AnswerStream() {
                    @Override
                    public void working(Phase phase, int done, int total) {}

                    @Override
                    public void piece(String text) {
                        throw new AssertionError("a piece without tokens");
                    }

                    @Override
                    public void piece(WrittenPiece piece) {
                        pieces.add(piece);
                    }
                });
        return new Heard(answer, pieces);
    }

    private static TaskInput.Chat chat(Language language, String question, ChatTurn... history) {
        return new TaskInput.Chat(language, question, List.of(history), List.of());
    }

    private static TaskInput.Chat drawn(double temperature, int maxTokens) {
        return new TaskInput.Chat(
                Language.EN,
                "Tell me something about the sea.",
                List.of(),
                List.of(),
                new ChatOptions(temperature, null, 64, null, null, null, maxTokens, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|what is 7 plus 5|12",
                "EN|17 + 25|42",
                "ES|¿Cuánto es 7 más 5?|12",
                "ES|¿Cuánto es 9 por 8?|72",
            })
    void a_sum_is_answered_right_and_as_a_demonstration(Language language, String question, String result)
            throws Exception {
        Heard heard = ask(chat(language, question), 0, List.of());

        assertThat(heard.output().text()).contains(result).isEqualTo(heard.streamed());
        assertThat(heard.output().origin()).isEqualTo(AnswerOrigin.GENERATED);
        assertThat(heard.output().written()).isEqualTo(new Written(StopReason.STOP, 0, true));
        assertThat(heard.pieces().size()).isGreaterThan(1);
    }

    @Test
    void the_loader_of_a_worker_is_a_guest_and_keeps_the_form_that_this_processor_wants() throws Exception {
        GenerationSettings loaders = ((BundledExperts) loader).writing();
        assertThat(loaders.prepack()).isTrue();
        assertThat(loaders.threads())
                .hasSameClassAs(BundledExperts.writing(System.getenv()).threads());
        assertThat(BundledExperts.writing(Map.of()).threads())
                .isSameAs(GenerationSettings.ofGuest().threads());
        assertThat(BundledExperts.writing(Map.of("HELIOS_WORKER_PRIORITY", "normal"))
                        .threads()
                        .getAsInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());

        // ONNX Runtime 1.29.0 packs some weights wrongly; then a note of that is kept instead of the form.
        try (Stream<Path> kept = Files.walk(folder.resolve("data").resolve("models/prepared"))) {
            assertThat(kept.filter(Files::isRegularFile))
                    .extracting(path -> path.getFileName().toString())
                    .containsAnyOf("sha256", "refused");
        }
    }

    @Test
    void a_conversation_is_read_faster_the_second_time() throws Exception {
        Heard first = ask(chat(Language.EN, "What is 31 plus 24?"), 0, List.of());
        Heard second = ask(
                chat(
                        Language.EN,
                        "What is 12 plus 6?",
                        new ChatTurn(ChatTurn.Role.MEMBER, "What is 31 plus 24?"),
                        new ChatTurn(ChatTurn.Role.ASSISTANT, first.output().text())),
                0,
                List.of());

        assertThat(second.output().text()).contains("18");
        assertThat(second.answer().usage().cachedTokens())
                .isGreaterThanOrEqualTo(first.answer().usage().promptTokens() / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.8})
    void another_worker_goes_on_as_if_nothing_had_happened(double temperature) throws Exception {
        TaskInput.Chat asked = drawn(temperature, 60);
        Heard whole = ask(asked, 77, List.of());

        for (int pieces = 0; pieces <= whole.pieces().size(); pieces += 3) {
            Heard continued = ask(asked, 77, whole.pieces().subList(0, pieces));
            assertThat(continued.pieces()).as("after %d pieces", pieces).isEqualTo(whole.pieces());
            assertThat(continued.output()).isEqualTo(whole.output());
        }
    }

    @Test
    void it_stops_computing_soon_after_its_task_is_cancelled() throws Exception {
        long best = Long.MAX_VALUE;
        for (int seed = 0; seed < ANSWERS && best >= STOPPED_MILLIS; seed++) {
            best = Math.min(best, millisToStop(seed));
        }
        System.out.println(ID + " stopped after " + best + " ms");
        assertThat(best).isLessThan(STOPPED_MILLIS);
    }

    /** It draws at random, so that most answers are long; one that was complete before it could be cancelled tells nothing. */
    private static long millisToStop(int seed) throws Exception {
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        AtomicLong interrupted = new AtomicLong();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            try {
                model.answer(
                        new ModelTask(drawn(2, 1_000), Optional.empty(), seed, List.of()),
                        file -> folder,
                        atPiece(3, () -> {
                            interrupted.set(System.nanoTime());
                            asking.join().interrupt();
                        }));
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
        asking.complete(Thread.ofPlatform().start(task));
        boolean wasCancelled = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - interrupted.get());
        return wasCancelled ? millis : Long.MAX_VALUE;
    }

    /** At once, and not when the test comes to run: a whole answer takes hardly longer. */
    private static AnswerStream atPiece(int number, Runnable action) {
        AtomicInteger pieces = new AtomicInteger();
        return new AnswerStream() {
            @Override
            public void working(Phase phase, int done, int total) {}

            @Override
            public void piece(String text) {
                if (pieces.incrementAndGet() == number) {
                    action.run();
                }
            }
        };
    }

    /** Canaries of the orchestrator draw from these, and a wrong answer convicts: so none may be wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"EN", "ES"})
    void every_sum_that_a_canary_asks_is_answered_right(Language language) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int a = 6; a < 30; a++) {
            for (int b = 6; b < 30; b++) {
                String question = language == Language.EN
                        ? "What is " + a + " plus " + b + "?"
                        : "¿Cuánto es " + a + " más " + b + "?";
                String text =
                        ask(chat(language, question), 0, List.of()).output().text();
                if (!List.of(text.split("\\D+")).getLast().equals(Integer.toString(a + b))) {
                    wrong.add(question + " → " + text);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
