/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

final class WorkerReleaseTest extends WorkerAgentFixture {

    /** As large as all the memory this worker gives, so that it fits only when everything else has gone. */
    private static final ModelManifest LARGE =
            new ModelManifest("large-1", "Large", List.of(Expert.CHAT), List.of(), "Apache-2.0", 10_000, List.of());

    @Test
    void a_released_model_gives_its_memory_back_and_the_next_one_fits() throws Exception {
        WebSocket session = hosting();
        say(session, new ToWorker.Release(1, MODEL.id()));
        say(session, large(2));
        assertThat(channel.hears(FromWorker.AssignmentAccepted.class).epoch()).isEqualTo(2);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(2);
        assertThat(closedModels).hasValue(1);
    }

    @Test
    void a_running_task_is_finished_before_its_model_goes_and_a_new_one_is_sent_elsewhere() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        script = (input, files, stream) -> {
            runs.countDown();
            awaitLatch(mayEnd);
            return answer("finished");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        awaitLatch(runs);
        say(session, new ToWorker.Release(1, MODEL.id()));
        say(session, large(2));
        assertThat(channel.hears(FromWorker.AssignmentAccepted.class).epoch()).isEqualTo(2);
        say(session, task("lease-2", 0));
        FromWorker.Failed refused = channel.hears(FromWorker.Failed.class);
        assertThat(refused.failureClass()).isEqualTo(FailureClass.CAPACITY);
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.MODEL_MISSING);
        assertThat(closedModels).hasValue(0);

        mayEnd.countDown();
        assertThat(List.of(channel.hears(FromWorker.class), channel.hears(FromWorker.class)))
                .contains(new FromWorker.AssignmentReady(2))
                .anySatisfy(word -> assertThat(word).isInstanceOf(FromWorker.Completed.class));
        assertThat(closedModels).hasValue(1);
    }

    @Test
    void a_model_that_has_other_files_now_is_loaded_anew_and_what_runs_ends_with_the_old_ones() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        script = (input, files, stream) -> {
            runs.countDown();
            awaitLatch(mayEnd);
            return answer("finished");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        awaitLatch(runs);
        String hash = "a".repeat(64);
        ModelManifest renewed = new ModelManifest(
                MODEL.id(),
                MODEL.title(),
                MODEL.experts(),
                MODEL.languages(),
                MODEL.licence(),
                MODEL.memoryBytes(),
                List.of(new ModelFile("graph.onnx", 5, hash, List.of(URI.create("mirror:/" + hash)))));

        say(session, new ToWorker.Assign(2, SignedManifest.sign(renewed, channel.key())));

        assertThat(channel.hears(FromWorker.AssignmentAccepted.class).epoch()).isEqualTo(2);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(2);
        assertThat(fetches).hasValue(2);
        assertThat(closedModels).as("the old one still answers").hasValue(0);
        mayEnd.countDown();
        channel.hears(FromWorker.Completed.class);
        say(session, task("lease-2", 0));
        channel.hears(FromWorker.Completed.class);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(closedModels).hasValue(1));
    }

    @Test
    void a_release_of_an_older_order_or_of_a_model_not_hosted_changes_nothing() throws Exception {
        WebSocket session = hosting();
        say(session, assign(5));
        channel.hears(FromWorker.AssignmentAccepted.class);
        channel.hears(FromWorker.AssignmentReady.class);
        say(session, new ToWorker.Release(1, MODEL.id()));
        say(session, new ToWorker.Release(9, "nobody-knows-it"));
        say(session, task("lease-1", 0));
        channel.hears(FromWorker.Completed.class);
        assertThat(closedModels).hasValue(0);
    }

    @Test
    void a_model_that_answers_is_not_unloaded_for_another() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        script = (input, files, stream) -> {
            runs.countDown();
            awaitLatch(mayEnd);
            return answer("finished");
        };
        WebSocket session = hosting();
        say(session, task("lease-1", 0));
        awaitLatch(runs);

        say(session, large(2));

        FromWorker.AssignmentDeclined declined = channel.hears(FromWorker.AssignmentDeclined.class);
        assertThat(declined.epoch()).isEqualTo(2);
        assertThat(declined.reason().code()).isEqualTo(ProblemCode.MEMORY_LACKING);
        mayEnd.countDown();
        assertThat(channel.hears(FromWorker.Completed.class).output().text()).isEqualTo("finished");
        assertThat(closedModels).hasValue(0);
    }

    @Test
    void idle_models_make_room_for_what_is_ordered_the_least_recently_used_first() throws Exception {
        WebSocket session = hosting();
        say(session, half("half-1", 2));
        channel.hears(FromWorker.AssignmentAccepted.class);
        channel.hears(FromWorker.AssignmentReady.class);
        say(session, task("lease-1", 0)); // so that half-1 is unused for longest
        channel.hears(FromWorker.Completed.class);

        say(session, half("half-2", 3));

        FromWorker.AssignmentDeclined unloaded = channel.hears(FromWorker.AssignmentDeclined.class);
        assertThat(unloaded.epoch()).isEqualTo(2);
        assertThat(unloaded.reason().code()).isEqualTo(ProblemCode.MEMORY_LACKING);
        assertThat(channel.hears(FromWorker.AssignmentAccepted.class).epoch()).isEqualTo(3);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(3);
        say(session, task("lease-2", 0));
        channel.hears(FromWorker.Completed.class);
        assertThat(closedModels).hasValue(1);
    }

    @Test
    void nothing_is_unloaded_for_a_model_that_would_not_fit_even_then() throws Exception {
        WebSocket session = hosting();
        say(session, half("half-1", 2));
        channel.hears(FromWorker.AssignmentAccepted.class);
        channel.hears(FromWorker.AssignmentReady.class);

        say(session, assign(new ModelManifest("giant-1", "Giant", List.of(), List.of(), "MIT", 10_001, List.of()), 3));

        assertThat(channel.hears(FromWorker.AssignmentDeclined.class).epoch()).isEqualTo(3);
        assertThat(closedModels).hasValue(0);
    }

    @Test
    void a_model_that_takes_more_than_it_was_to_take_sends_idle_ones_away() throws Exception {
        WebSocket session = hosting();
        takenBytes = 9_500;

        say(session, half("half-1", 2));

        channel.hears(FromWorker.AssignmentAccepted.class);
        assertThat(channel.hears(FromWorker.AssignmentDeclined.class).epoch()).isEqualTo(1);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(2);
        assertThat(closedModels).hasValue(1);
    }

    @Test
    void a_model_that_takes_more_than_there_is_goes_again_and_the_reason_is_told() throws Exception {
        WebSocket session = hosting();
        takenBytes = 10_001;

        say(session, half("half-1", 2));

        channel.hears(FromWorker.AssignmentAccepted.class);
        FromWorker.AssignmentDeclined declined = channel.hears(FromWorker.AssignmentDeclined.class);
        assertThat(declined.epoch()).isEqualTo(2);
        assertThat(declined.reason().code()).isEqualTo(ProblemCode.MEMORY_LACKING);
        assertThat(closedModels).as("the new one alone").hasValue(1);
        await().untilAsserted(() -> assertThat(reports)
                .anySatisfy(report -> assertThat(report)
                        .isInstanceOfSatisfying(
                                WorkerReport.Declined.class,
                                told -> assertThat(told.phrase()).isEqualTo("took-too-much"))));
        takenBytes = 0;
        say(session, half("half-1", 3));
        channel.hears(FromWorker.AssignmentAccepted.class);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(3);
    }

    @Test
    void what_nothing_here_runs_is_declined_before_it_is_fetched() throws Exception {
        runnable = false;
        WebSocket session = greeted();

        say(session, assign(1));

        assertThat(channel.hears(FromWorker.AssignmentDeclined.class).reason().code())
                .isEqualTo(ProblemCode.MODEL_MISSING);
        assertThat(fetches).hasValue(0);
        assertThat(reports)
                .anySatisfy(report -> assertThat(report)
                        .isInstanceOfSatisfying(
                                WorkerReport.Declined.class,
                                told -> assertThat(told.phrase()).isEqualTo("no-expert")));
    }

    @Test
    void of_what_an_earlier_session_ordered_the_least_recently_used_goes_first() throws Exception {
        WebSocket session = hosting();
        say(session, half("half-1", 2));
        channel.hears(FromWorker.AssignmentAccepted.class);
        channel.hears(FromWorker.AssignmentReady.class);
        say(session, task("lease-1", 0));
        channel.hears(FromWorker.Completed.class);
        cut(session);
        WebSocket second = channel.session();
        channel.hears(FromWorker.OpenLeases.class);

        say(second, half("half-2", 3));
        channel.hears(FromWorker.AssignmentAccepted.class);
        channel.hears(FromWorker.AssignmentReady.class);
        say(second, assign(4));
        channel.hears(FromWorker.AssignmentAccepted.class);

        assertThat(channel.hears(FromWorker.AssignmentReady.class).epoch()).isEqualTo(4);
        assertThat(reports.stream().filter(new WorkerReport.Loading(MODEL.id())::equals))
                .as("the model that was used stayed")
                .hasSize(1);
    }

    private ToWorker.Assign half(String id, long epoch) {
        ModelManifest manifest =
                new ModelManifest(id, "Half", List.of(Expert.CHAT), List.of(), "Apache-2.0", 5_000, List.of());
        return assign(manifest, epoch);
    }

    private ToWorker.Assign assign(ModelManifest manifest, long epoch) {
        return new ToWorker.Assign(epoch, SignedManifest.sign(manifest, channel.key()));
    }

    private ToWorker.Assign large(long epoch) {
        return new ToWorker.Assign(epoch, SignedManifest.sign(LARGE, channel.key()));
    }
}
