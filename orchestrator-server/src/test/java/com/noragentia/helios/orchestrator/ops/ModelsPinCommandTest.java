/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.LocalHub;
import com.noragentia.helios.orchestrator.catalogue.PinnedFolder;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel;
import com.noragentia.helios.orchestrator.placement.Placement;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsPinCommandTest {

    private static final String SMALL = "smollm2-135m-instruct";

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    private final LocalHub hub = new LocalHub();
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void make() throws Exception {
        new DataFolder(data).key(new SecureRandom());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void without_an_id_it_lists_what_can_be_pinned_and_what_is() throws Exception {
        hub.put(small(), new byte[1_000]);
        assertThat(run(Language.EN, SMALL)).isZero();
        said.getBuffer().setLength(0);

        assertThat(run(Language.EN)).isZero();

        assertThat(said.toString().lines()).hasSameSizeAs(Catalogue.production());
        assertThat(said.toString().lines().filter(line -> line.startsWith(SMALL)))
                .allMatch(line -> line.endsWith("· pinned"));
        assertThat(said.toString().lines().filter(line -> line.endsWith("· not pinned")))
                .hasSize(Catalogue.production().size() - 1);
    }

    @Test
    void it_says_what_it_pinned_how_far_it_was_and_what_is_left_to_do() throws Exception {
        hub.put(small(), new byte[1_000]);

        assertThat(run(Language.EN, SMALL)).isZero();

        assertThat(said.toString())
                .contains(
                        "model_q4.onnx  100 %",
                        SMALL + " is pinned: 8 files",
                        "within seconds",
                        "Nobody has opened the files",
                        "costs about 1.35 credits",
                        "reckoned from the size");
        SigningKey key = SigningKey.decode(Files.readString(data.resolve("server.key")));
        assertThat(new PinnedFolder(data.resolve("models")).read(key.verifyingKey()))
                .hasSize(1);
    }

    @Test
    void an_orchestrator_that_runs_offers_it_soon_and_has_it_hosted() throws Exception {
        hub.put(small(), new byte[1_000]);
        TestClock clock = new TestClock();
        try (Network network = new Network(data, clock)) {
            Member member = network.firstMember();
            try (Worker worker = Worker.join(member).ready()) {
                assertThat(offer(member)).doesNotContain(SMALL);

                assertThat(run(Language.EN, SMALL)).isZero();

                await().atMost(SOON).until(() -> offer(member).contains(SMALL));
                clock.pass(Placement.INTERVAL);
                ToWorker.Assign order = worker.hear(ToWorker.Assign.class);
                assertThat(order.model().manifest()).contains(SMALL);
                Files.delete(data.resolve("models").resolve(SMALL + ".json"));
                await().atMost(SOON).until(() -> !offer(member).contains(SMALL));
            }
        }
    }

    @Test
    void a_model_that_is_pinned_again_with_other_files_is_ordered_anew_from_who_hosts_it() throws Exception {
        hub.put(small(), new byte[1_000]);
        TestClock clock = new TestClock();
        try (Network network = new Network(data, clock)) {
            Member member = network.firstMember();
            try (Worker worker = Worker.join(member).ready()) {
                assertThat(run(Language.EN, SMALL)).isZero();
                await().atMost(SOON).until(() -> offer(member).contains(SMALL));
                clock.pass(Placement.INTERVAL);
                ToWorker.Assign first = worker.hear(ToWorker.Assign.class);
                worker.loaded(first);

                hub.put(small(), new byte[2_000]);
                assertThat(run(Language.EN, SMALL)).isZero();

                ToWorker.Assign second = worker.hear(ToWorker.Assign.class);
                assertThat(second.epoch()).isGreaterThan(first.epoch());
                assertThat(second.model().manifest())
                        .contains("\"id\":\"" + SMALL + "\"")
                        .isNotEqualTo(first.model().manifest());
                assertThat(offer(member)).contains(second.model().signature());
                assertThat(worker.hearsNothing(600))
                        .as("what did not change is not ordered again")
                        .isTrue();
            }
        }
    }

    @Test
    void a_model_that_no_worker_could_load_is_tried_again_with_other_files() throws Exception {
        hub.put(small(), new byte[1_000]);
        TestClock clock = new TestClock();
        try (Network network = new Network(data, clock)) {
            Member member = network.firstMember();
            try (Worker worker = Worker.join(member).ready()) {
                assertThat(run(Language.EN, SMALL)).isZero();
                await().atMost(SOON).until(() -> offer(member).contains(SMALL));
                clock.pass(Placement.INTERVAL);
                ToWorker.Assign first = worker.hear(ToWorker.Assign.class);
                worker.say(new FromWorker.AssignmentDeclined(
                        first.epoch(), Problem.of(ProblemCode.MODEL_MISSING, "damaged")));
                clock.pass(Placement.INTERVAL);
                assertThat(worker.hearsNothing(1_500)).as("not the same again").isTrue();
                String before = offer(member);

                hub.put(small(), new byte[2_000]);
                assertThat(run(Language.EN, SMALL)).isZero();
                await().atMost(SOON).until(() -> !offer(member).equals(before));

                ToWorker.Assign second = await().atMost(SOON)
                        .until(
                                () -> {
                                    clock.pass(Placement.INTERVAL);
                                    return worker.heard(ToWorker.Assign.class);
                                },
                                Optional::isPresent)
                        .orElseThrow();
                assertThat(second.model().manifest()).contains(SMALL);
            }
        }
    }

    @Test
    void a_folder_where_no_orchestrator_ran_gets_no_key_of_its_own() throws Exception {
        Files.delete(data.resolve("server.key"));

        assertThat(run(Language.EN, SMALL)).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(run(Language.ES, SMALL)).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString())
                .contains("In " + data + " no orchestrator has run yet", "no se ha ejecutado aún ningún orquestador");
        assertThat(run(Language.EN)).isZero();
        assertThat(data).isEmptyDirectory();
    }

    private static String offer(Member member) {
        return Member.send(member.request("/api/v1/models")).body();
    }

    @Test
    void a_failure_is_told_in_the_users_language() throws Exception {
        assertThat(run(Language.ES, SMALL)).isEqualTo(OrchestratorMain.CANNOT_START);

        assertThat(said.toString())
                .contains("El repositorio no da onnx/model_q4.onnx (HTTP 404). No se ha fijado nada.");
    }

    @Test
    void a_model_that_no_worker_of_this_version_runs_is_warned_of_in_both_languages() throws Exception {
        assertThat(run(Language.EN, "ms-marco-minilm-l4-v2")).isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(run(Language.ES, "ms-marco-minilm-l4-v2")).isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(said.toString())
                .contains(
                        "No worker of this version runs ms-marco-minilm-l4-v2",
                        "Ningún trabajador de esta versión ejecuta ms-marco-minilm-l4-v2");

        said.getBuffer().setLength(0);
        run(Language.EN, SMALL);
        assertThat(said.toString()).doesNotContain("No worker of this version");
    }

    @Test
    void a_file_that_is_not_the_known_one_is_told_with_the_words_of_the_house() throws Exception {
        UnpinnedModel whisper = model("whisper-base");
        hub.put(whisper, new byte[1_000]);

        assertThat(run(Language.EN, "whisper-base")).isEqualTo(OrchestratorMain.CANNOT_START);
        assertThat(said.toString()).contains("failed verification and was removed");
    }

    @Test
    void an_unknown_id_is_told() throws Exception {
        assertThat(run(Language.EN, "../server.key")).isEqualTo(OrchestratorMain.WRONG_SETTING);
        assertThat(said.toString()).contains("There is no model ../server.key to pin");
    }

    private int run(Language language, String... arguments) {
        CommandLine program = OrchestratorMain.commandLine(language)
                .setErr(new PrintWriter(said))
                .setOut(new PrintWriter(said));
        String[] all = new String[arguments.length + 6];
        System.arraycopy(
                new String[] {
                    "models",
                    "pin",
                    "--data",
                    data.toString(),
                    "--hub",
                    hub.address().toString()
                },
                0,
                all,
                0,
                6);
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        return program.execute(all);
    }

    private static UnpinnedModel small() {
        return model(SMALL);
    }

    private static UnpinnedModel model(String id) {
        return Catalogue.production().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
